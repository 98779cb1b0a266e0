import fc from 'fast-check'
import { variants } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { announcementsIn, aProduct, aVariant, unique } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { endSale } from './end-sale.server'
import { listPriceTiers, quotePrices } from './price-queries.server'
import { setBasePrice } from './set-base-price.server'
import { setLevelPrices } from './set-level-prices.server'
import { setTiers } from './set-tiers.server'
import { startSale } from './start-sale.server'

const at = (day: number) => new Date(Date.UTC(2026, 11, day))
const now = at(10)

async function quote(
  db: Database,
  variantId: number,
  asked: { quantity?: number; level?: number; now?: Date } = {},
) {
  const { quantity = 1, level, now: when = now } = asked
  return (await quotePrices(db, [{ variantId, quantity }], { now: when, level })).get(variantId)
}

async function aBareVariant(db: Database): Promise<number> {
  const { id: productId } = await aProduct(db)
  const [bare] = await db
    .insert(variants)
    .values({ productId, sku: unique('SKU'), weightGrams: 1 })
    .returning()
  return Number(bare?.id)
}

test('a first price puts a variant on sale, and is announced', async ({ db }) => {
  const variantId = await aBareVariant(db)

  expect(await setBasePrice(db, { variantId, baseCents: 1290 })).toEqual({ ok: true })

  expect(await quote(db, variantId)).toMatchObject({ unitCents: 1290, applied: 'base' })
  expect(await announcementsIn(db)).toMatchObject([{ type: 'catalog.product-changed' }])
})

test('a base price is refused when it is none, or not above the sale', async ({ db }) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })
  await startSale(db, { variantId, cents: 800, from: at(12), until: at(20), now })
  const announced = await announcementsIn(db)

  expect(await setBasePrice(db, { variantId, baseCents: 0 })).toMatchObject({ reason: 'wrong-price' })
  expect(await setBasePrice(db, { variantId, baseCents: 9.5 })).toMatchObject({ reason: 'wrong-price' })
  expect(await setBasePrice(db, { variantId: 2_000_000_000, baseCents: 900 })).toMatchObject({
    reason: 'unknown-variant',
  })
  expect(await setBasePrice(db, { variantId, baseCents: 800, now })).toEqual({
    ok: false,
    reason: 'not-above-sale',
    saleCents: 800,
  })
  expect(await announcementsIn(db)).toEqual(announced)
  expect(await quote(db, variantId)).toMatchObject({ unitCents: 1000 })
})

test('a sale that is over does not stand in the way of a lower price', async ({ db }) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })
  await startSale(db, { variantId, cents: 800, until: at(11), now })

  expect(await setBasePrice(db, { variantId, baseCents: 700, now: at(11) })).toEqual({ ok: true })
  expect(await quote(db, variantId, { now: at(11) })).toMatchObject({ unitCents: 700, applied: 'base' })
})

test('a sale begins, is lowered, is prolonged and ends', async ({ db }) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })

  expect(await startSale(db, { variantId, cents: 900, until: at(12), now })).toEqual({ ok: true })
  expect(await quote(db, variantId)).toMatchObject({ unitCents: 900, baseUnitCents: 1000, applied: 'sale' })

  expect(await startSale(db, { variantId, cents: 800, until: at(20), now: at(11) })).toEqual({ ok: true })
  expect(await quote(db, variantId, { now: at(15) })).toMatchObject({ unitCents: 800, applied: 'sale' })

  expect(await endSale(db, { variantId, now: at(15) })).toEqual({ ok: true })
  expect(await quote(db, variantId, { now: at(15) })).toMatchObject({ unitCents: 1000, applied: 'base' })
  expect(await endSale(db, { variantId, now: at(15) })).toEqual({ ok: false, reason: 'no-sale' })
})

test('a sale is refused when it reduces nothing, lasts no time, or would cut another short', async ({
  db,
}) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })
  const bare = await aBareVariant(db)
  const start = (sale: { cents: number; from?: Date; until?: Date; variantId?: number }) =>
    startSale(db, { variantId, now, ...sale })

  expect(await start({ cents: 0 })).toMatchObject({ reason: 'wrong-price' })
  expect(await start({ cents: 1000 })).toEqual({ ok: false, reason: 'not-below-base', baseCents: 1000 })
  expect(await start({ cents: 900, from: at(12), until: at(12) })).toMatchObject({ reason: 'wrong-period' })
  expect(await start({ cents: 900, from: at(1), until: now })).toMatchObject({ reason: 'wrong-period' })
  expect(await start({ cents: 900, variantId: bare })).toMatchObject({ reason: 'no-price' })
  expect(await start({ cents: 900, until: at(20) })).toEqual({ ok: true })
  expect(await start({ cents: 800, from: at(12) })).toEqual({
    ok: false,
    reason: 'sale-running',
    until: at(20),
  })
})

test('who buys more pays less for each, from the quantity said on', async ({ db }) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })

  const tiers = [
    { fromQuantity: 10, unitCents: 800 },
    { fromQuantity: 4, unitCents: 950 },
  ]
  expect(await setTiers(db, { variantId, tiers })).toEqual({ ok: true })

  const paid = [3, 4, 9, 10, 100].map((quantity) => quote(db, variantId, { quantity }))
  expect((await Promise.all(paid)).map((one) => one?.unitCents)).toEqual([1000, 950, 950, 800, 800])
  expect(await listPriceTiers(db, [variantId])).toEqual(new Map([[variantId, tiers.toReversed()]]))

  await setTiers(db, { variantId, tiers: [] })
  expect(await quote(db, variantId, { quantity: 10 })).toMatchObject({ unitCents: 1000, applied: 'base' })
})

test('tiers are refused unless each is below the one before', async ({ db }) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })
  const set = (...tiers: [number, number][]) =>
    setTiers(db, {
      variantId,
      tiers: tiers.map(([fromQuantity, unitCents]) => ({ fromQuantity, unitCents })),
    })

  expect(await set([1, 900])).toMatchObject({ reason: 'wrong-quantity', fromQuantity: 1 })
  expect(await set([2.5, 900])).toMatchObject({ reason: 'wrong-quantity' })
  expect(await set([2, 0])).toMatchObject({ reason: 'wrong-price', fromQuantity: 2 })
  expect(await set([2, 1000])).toMatchObject({ reason: 'not-decreasing', belowCents: 1000 })
  expect(await set([5, 900], [9, 900])).toMatchObject({ fromQuantity: 9, belowCents: 900 })
  expect(await set([5, 900], [5, 800])).toMatchObject({ reason: 'same-quantity', fromQuantity: 5 })
  expect(await listPriceTiers(db, [variantId])).toEqual(new Map())
})

test('a VIP customer pays the price of the level, or of the next level below that has one', async ({
  db,
}) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })
  const prices = [
    { level: 4, unitCents: 900 },
    { level: 6, unitCents: 700 },
  ]
  expect(await setLevelPrices(db, { variantId, prices })).toEqual({ ok: true })

  const paid = [1, 3, 4, 5, 6, 7, 10].map((level) => quote(db, variantId, { level }))
  const cents = (await Promise.all(paid)).map((one) => one?.unitCents)
  expect(cents).toEqual([1000, 1000, 900, 900, 700, 1000, 1000])
  expect(await quote(db, variantId)).toMatchObject({ applied: 'base' })
})

test('prices of levels are refused for others than VIPs, and where they favour nobody', async ({ db }) => {
  const { id: variantId } = await aVariant(db, { priceCents: 1000 })
  const set = (...prices: [number, number][]) =>
    setLevelPrices(db, { variantId, prices: prices.map(([level, unitCents]) => ({ level, unitCents })) })

  expect(await set([3, 900])).toMatchObject({ reason: 'wrong-level', level: 3 })
  expect(await set([7, 900])).toMatchObject({ reason: 'wrong-level', level: 7 })
  expect(await set([4, 1000])).toMatchObject({ reason: 'not-decreasing', belowCents: 1000 })
  expect(await set([4, 900], [4, 800])).toMatchObject({ reason: 'same-level' })
  expect(await set([4, 900], [5, 950])).toMatchObject({ reason: 'not-decreasing', level: 5 })
  expect(await set([4, -1])).toMatchObject({ reason: 'wrong-price' })
})

test('two changes of one variant follow each other', async ({ ownDb }) => {
  const { id: variantId } = await aVariant(ownDb, { priceCents: 1000 })
  const tiersOf = (unitCents: number) =>
    setTiers(ownDb, { variantId, tiers: [{ fromQuantity: 2, unitCents }] })

  const outcomes = await Promise.all([900, 800, 700, 600].map(tiersOf))

  expect(outcomes).toEqual(outcomes.map(() => ({ ok: true })))
  expect((await listPriceTiers(ownDb, [variantId])).get(variantId)).toHaveLength(1)
})

test('whatever was set, more never costs more apiece, and nobody pays more than the base price', async ({
  db,
}) => {
  const { id: variantId } = await aVariant(db)
  const cents = fc.integer({ min: 1, max: 2000 })
  const wish = fc.record({
    baseCents: cents,
    saleCents: fc.option(cents, { nil: null }),
    tiers: fc.array(fc.record({ fromQuantity: fc.integer({ min: 2, max: 12 }), unitCents: cents }), {
      maxLength: 4,
    }),
    prices: fc.array(fc.record({ level: fc.integer({ min: 4, max: 6 }), unitCents: cents }), {
      maxLength: 3,
    }),
    level: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
  })

  await fc.assert(
    fc.asyncProperty(wish, async ({ baseCents, saleCents, tiers, prices, level }) => {
      await setTiers(db, { variantId, tiers: [] })
      await setLevelPrices(db, { variantId, prices: [] })
      await endSale(db, { variantId, now })
      await setBasePrice(db, { variantId, baseCents, now })
      if (saleCents) await startSale(db, { variantId, cents: saleCents, now })
      await setTiers(db, { variantId, tiers })
      await setLevelPrices(db, { variantId, prices })

      let before = baseCents
      for (let quantity = 1; quantity <= 13; quantity++) {
        const quoted = (await quotePrices(db, [{ variantId, quantity }], { now, level })).get(variantId)
        expect(quoted?.baseUnitCents).toBe(baseCents)
        expect(quoted?.unitCents).toBeLessThanOrEqual(before)
        expect(quoted?.totalCents).toBe(Number(quoted?.unitCents) * quantity)
        before = Number(quoted?.unitCents)
      }
    }),
    { numRuns: 30 },
  )
}, 60_000)
