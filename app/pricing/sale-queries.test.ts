import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { variantPrices } from './price-tables.server'
import { readProductIdsOnSale } from './sale-queries.server'

const now = new Date('2026-11-05T12:00:00Z')

async function aSale(db: Database, saleCents: number, [from, until]: [string, string | null]) {
  const variant = await aVariant(db, { priceCents: 1000 })
  await db
    .update(variantPrices)
    .set({ saleCents, saleFrom: new Date(from), saleUntil: until ? new Date(until) : null })
    .where(eq(variantPrices.variantId, variant.id))
  return variant.productId
}

test('only what is reduced now is on sale, the largest reduction first', async ({ db }) => {
  const small = await aSale(db, 900, ['2026-11-01', '2026-11-30'])
  const large = await aSale(db, 500, ['2026-11-01', null])
  await aSale(db, 400, ['2026-11-06', '2026-11-30'])
  await aSale(db, 300, ['2026-10-01', '2026-11-05T12:00:00Z'])
  await aVariant(db)

  expect(await readProductIdsOnSale(db, { limit: 10, now })).toEqual([large, small])
  expect(await readProductIdsOnSale(db, { limit: 1, now })).toEqual([large])
})
