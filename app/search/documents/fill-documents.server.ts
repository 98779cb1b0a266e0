import { sql } from 'drizzle-orm'
import type { ProductsTogether } from '~/catalog/product-words.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { withoutIndexes } from '~/platform/without-indexes.server'
import { appendDocuments } from '../recompute-documents.server'
import { learnWords } from './document-words.server'

const HEAP = sql`product_documents_heap`

/**
 * Fills the empty table of documents. They are written on a heap beside it first, by several connections at once, and
 * moved in one transaction that makes the indexes for all of them: a word of a hundred thousand documents is then entered
 * once. A filling that dies leaves the table empty.
 */
export async function fillDocuments(
  db: Database,
  inStretches: (work: (products: ProductsTogether) => Promise<void>) => Promise<void>,
): Promise<void> {
  await db.execute(sql`drop table if exists ${HEAP}`)
  await db.execute(sql`create unlogged table ${HEAP} (like product_documents)`)
  await inStretches((products) => appendDocuments(db, HEAP, products))
  await inTransaction(db, async (tx) => {
    // A load of its own, not a visitor's question.
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`set local maintenance_work_mem = '512MB'`)
    await tx.execute(sql`set local work_mem = '128MB'`)
    await withoutIndexes(
      (statement) => tx.execute(sql.raw(statement)),
      ['product_documents'],
      () => tx.execute(sql`insert into product_documents select * from ${HEAP} on conflict do nothing`),
    )
    await tx.execute(
      learnWords(sql`
        select language, name, '' as range_name, '' as brand_name, '' as family_name, '' as keywords from ${HEAP}
        union all
        select distinct language, '', range_name, brand_name, family_name, keywords from ${HEAP}`),
    )
    await tx.execute(sql`drop table ${HEAP}`)
  })
}
