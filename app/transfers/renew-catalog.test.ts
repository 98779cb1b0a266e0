import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { openProductSearch } from '~/search/open-product-search.server'
import { announcementsIn } from '../../tests/a-shop'
import { imported } from '../../tests/a-table-file'
import { expect, test } from '../../tests/shop-test'
import { renewCatalog } from './renew-catalog.server'

const HEADINGS = 'slug,sku,name:fr,family,family_name:fr,range,range_name:fr,brand,status,price,stock\n'

function aFileOf(products: number): string {
  const row = (n: number) => `piece-${n},P-${n},Pièce ${n},auto,Auto,pieces,Pièces,Valeo,available,9.90,3\n`
  return HEADINGS + Array.from({ length: products }, (_, n) => row(n)).join('')
}

const renewalsIn = (db: Database) =>
  db.execute(sql`
    select job.run_at <= now() as "isDue" from graphile_worker._private_jobs job
    where job.payload ->> 'type' = 'catalog.much-changed'`)

test('a small import is announced product by product', async ({ db }) => {
  await imported(db, aFileOf(3))

  expect(await announcementsIn(db)).toEqual([
    {
      type: 'catalog.product-changed',
      productIds: [expect.any(Number), expect.any(Number), expect.any(Number)],
    },
  ])
  expect([...(await renewalsIn(db))]).toEqual([])
})

test('a large one has everything made of the catalogue renewed once, at its end', async ({ ownDb }) => {
  await imported(ownDb, aFileOf(2_500))
  expect([...(await renewalsIn(ownDb))]).toEqual([{ isDue: true }])

  const log = openLog({ level: 'silent', process: 'test' })
  const productSearch = openProductSearch({ db: ownDb, log, meilisearch: undefined })
  await renewCatalog({ db: ownDb, productSearch })

  const [documents] = await ownDb.execute(sql`
    select count(*)::int as count, count(distinct product_id)::int as products from product_documents
    where name like 'Pièce %' and price_cents = 990 and available = 3`)
  expect(documents).toEqual({ count: 5_000, products: 2_500 })
})
