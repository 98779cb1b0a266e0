import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import type { ProductSearch } from './open-product-search.server'
import { recomputeDocuments } from './recompute-documents.server'

const BATCH = 1_000

export type RebuildProgress = (state: { step: 'documents' | 'index'; done: number; total: number }) => void

/** Writes every document anew, batch by batch, then gives Meilisearch a new index that takes the place of the old one. */
export async function rebuildProductIndex(
  { db, productSearch }: { db: Database; productSearch: ProductSearch },
  progress: RebuildProgress = () => {},
): Promise<{ products: number }> {
  const { products, highest } = await countProducts(db)
  for (let after = 0, done = 0; after < highest; after += BATCH) {
    await recomputeDocuments(db, { after, upTo: after + BATCH })
    done = Math.min(done + BATCH, products)
    progress({ step: 'documents', done, total: products })
  }
  await db.execute(sql`analyze product_documents, search_words`)

  let indexed = 0
  await productSearch.index?.rebuild(db, (documents) => {
    indexed += documents
    progress({ step: 'index', done: indexed, total: 2 * products })
  })
  return { products }
}

async function countProducts(db: Database) {
  const [row] = await db.execute<{ products: number; highest: number }>(sql`
    select count(*)::int as products, coalesce(max(id), 0) as highest from products`)
  return row ?? { products: 0, highest: 0 }
}
