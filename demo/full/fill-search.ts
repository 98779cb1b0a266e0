import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import type { Environment } from '~/platform/env.server'
import { openLog } from '~/platform/log.server'
import { openProductSearch } from '~/search/open-product-search.server'
import { rebuildDocuments } from '~/search/rebuild-product-index.server'
import { has } from './fill-full-shop'
import { type Rate, underBar } from './progress'

/** The search documents, all in one transaction, and Meilisearch's copy of them, put in its place when it is whole. */
export async function fillSearch(
  db: Database,
  { LOG_LEVEL, MEILISEARCH_URL, MEILISEARCH_KEY }: Environment,
): Promise<Rate[]> {
  const documents = await underBar('documents', async (report) => {
    if (await has(db, sql`product_documents`)) return null
    return 2 * (await rebuildDocuments(db, ({ done, total }) => report(2 * done, 2 * total)))
  })
  if (!MEILISEARCH_URL) return documents

  const log = openLog({ level: LOG_LEVEL, process: 'seed' })
  const meilisearch = { url: MEILISEARCH_URL, key: MEILISEARCH_KEY ?? '' }
  const productSearch = openProductSearch({ db, log, meilisearch })
  const index = await underBar('search', async (report) => {
    const [all] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from product_documents`,
    )
    let done = 0
    await productSearch.index?.rebuild(db, (documents) => {
      done += documents
      report(done, all?.count ?? 0, 'handed over')
    })
    return done
  })
  await productSearch.close()
  return [...documents, ...index]
}
