import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { quotePrices } from './price-queries.server'
import { variantPrices } from './price-tables.server'

test('a quote is the unit price times the quantity', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1299 })

  const quotes = await quotePrices(db, [{ variantId: mug.id, quantity: 3 }])

  expect(quotes.get(mug.id)).toEqual({
    variantId: mug.id,
    quantity: 3,
    unitCents: 1299,
    baseUnitCents: 1299,
    totalCents: 3897,
    applied: 'base',
  })
})

test('a sale is paid while it lasts', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1000 })
  const [saleFrom, saleUntil] = [new Date('2026-11-01T00:00:00Z'), new Date('2026-11-08T00:00:00Z')]
  await db
    .update(variantPrices)
    .set({ saleCents: 800, saleFrom, saleUntil })
    .where(eq(variantPrices.variantId, mug.id))
  const wanted = [{ variantId: mug.id, quantity: 2 }]

  const during = await quotePrices(db, wanted, { now: saleFrom })
  const after = await quotePrices(db, wanted, { now: saleUntil })

  expect(during.get(mug.id)).toMatchObject({ unitCents: 800, totalCents: 1600, applied: 'sale' })
  expect(after.get(mug.id)).toMatchObject({ unitCents: 1000, totalCents: 2000, applied: 'base' })
})

test('a variant without a price is not for sale', async ({ db }) => {
  expect(await quotePrices(db, [{ variantId: 2_000_000_000, quantity: 1 }])).toEqual(new Map())
  expect(await quotePrices(db, [])).toEqual(new Map())
})

test('however the quantities are split over lines, the total is the same', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1299 })
  const lines = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 })

  await fc.assert(
    fc.asyncProperty(lines, async (quantities) => {
      const total = quantities.reduce((sum, quantity) => sum + quantity, 0)
      const split = quantities.map((quantity) => ({ variantId: mug.id, quantity }))
      const quotes = await quotePrices(db, split)
      expect(quotes.get(mug.id)).toMatchObject({ quantity: total, totalCents: 1299 * total })
    }),
    { numRuns: 20 },
  )
})
