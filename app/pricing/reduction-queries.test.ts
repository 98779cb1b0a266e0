import { variants } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { aProduct, unique } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { loadPrices } from './bulk/load-prices.server'
import { quotePrices } from './price-queries.server'
import { levelPrices, priceTiers } from './price-tables.server'
import { listReductions } from './reduction-queries.server'

const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

/** A variant with a past: what it cost, by how many days ago. On sale from yesterday on, if a sale price is named. */
async function aVariantWithPast(
  db: Database,
  {
    past,
    baseCents,
    saleCents = null,
  }: { past: [number, number][]; baseCents: number; saleCents?: number | null },
): Promise<number> {
  const { id: productId } = await aProduct(db)
  const [variant] = await db
    .insert(variants)
    .values({ productId, sku: unique('SKU'), weightGrams: 1 })
    .returning()
  const variantId = Number(variant?.id)
  const sale =
    saleCents === null ? null : { cents: saleCents, from: daysAgo(0.5), until: new Date(Date.now() + DAY) }
  await loadPrices(db, [
    {
      variantId,
      baseCents,
      sale,
      tiers: [],
      past: past.map(([days, cents]) => ({ from: daysAgo(days), cents })),
    },
  ])
  return variantId
}

async function reductionsOf(
  db: Database,
  ids: readonly number[],
  { quantity = 1, level }: { quantity?: number; level?: number } = {},
) {
  const now = new Date(Date.now() + 60_000)
  const quotes = await quotePrices(
    db,
    ids.map((variantId) => ({ variantId, quantity })),
    { now, level },
  )
  return listReductions(db, quotes.values(), { now })
}

test('each reduction of a list stands beside its own lowest price of the 30 days before', async ({ db }) => {
  const steady = await aVariantWithPast(db, { past: [[60, 1290]], baseCents: 1290, saleCents: 990 })
  const dipped = await aVariantWithPast(db, {
    past: [
      [60, 1290],
      [10, 1090],
      [9, 1290],
    ],
    baseCents: 1290,
    saleCents: 990,
  })
  const plain = await aVariantWithPast(db, { past: [[60, 1290]], baseCents: 1290 })

  expect(await reductionsOf(db, [steady, dipped, plain])).toEqual(
    new Map([
      [steady, { beforeCents: 1290, isAnnounced: true }],
      [dipped, { beforeCents: 1090, isAnnounced: true }],
    ]),
  )
})

test('a price raised for the occasion, and one never charged, announce nothing', async ({ db }) => {
  const raised = await aVariantWithPast(db, {
    past: [
      [60, 1000],
      [3, 1500],
    ],
    baseCents: 1500,
    saleCents: 1200,
  })
  const unheardOf = await aVariantWithPast(db, { past: [], baseCents: 1500, saleCents: 1200 })

  expect(await reductionsOf(db, [raised, unheardOf])).toEqual(new Map())
})

test('prices by quantity and by level stand beside the base price and are not announced', async ({ db }) => {
  const oil = await aVariantWithPast(db, { past: [[60, 1000]], baseCents: 1200 })
  await db.insert(priceTiers).values({ variantId: oil, fromQuantity: 4, unitCents: 1100 })
  await db.insert(levelPrices).values({ variantId: oil, level: 4, unitCents: 1150 })
  const beside = new Map([[oil, { beforeCents: 1200, isAnnounced: false }]])

  expect(await reductionsOf(db, [oil])).toEqual(new Map())
  expect(await reductionsOf(db, [oil], { quantity: 4 })).toEqual(beside)
  expect(await reductionsOf(db, [oil], { level: 5 })).toEqual(beside)
})
