import { eq, sql } from 'drizzle-orm'
import { variants } from '~/catalog/product-tables.server'
import { type Database, openDatabase } from '~/platform/db.server'
import { aProduct, aVariant, unique } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { loadPrices } from './bulk/load-prices.server'
import { priceHistory, variantPrices } from './price-tables.server'

function historyOf(db: Database, variantId: number) {
  return db
    .select({
      baseCents: priceHistory.baseCents,
      saleCents: priceHistory.saleCents,
      saleFrom: priceHistory.saleFrom,
      isLoaded: priceHistory.isLoaded,
    })
    .from(priceHistory)
    .where(eq(priceHistory.variantId, variantId))
    .orderBy(priceHistory.appliesFrom, priceHistory.id)
}

/** What the database says of a statement that it refuses; the test's transaction goes on. */
async function refusalOf(db: Database, statement: (tx: Database) => Promise<unknown>): Promise<string> {
  const fault = await db.transaction(statement).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : ''
}

test('every price is kept, whoever changes it and however', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1000 })
  const own = eq(variantPrices.variantId, mug.id)
  const saleFrom = new Date('2026-12-01T00:00:00Z')

  await db.execute(sql`update variant_prices set base_cents = 1200 where variant_id = ${mug.id}`)
  await db.update(variantPrices).set({ saleCents: 800, saleFrom }).where(own)
  await db.update(variantPrices).set({ baseCents: 1200 }).where(own)
  await db.delete(variantPrices).where(own)

  expect(await historyOf(db, mug.id)).toEqual([
    { baseCents: 1000, saleCents: null, saleFrom: null, isLoaded: false },
    { baseCents: 1200, saleCents: null, saleFrom: null, isLoaded: false },
    { baseCents: 1200, saleCents: 800, saleFrom, isLoaded: false },
    { baseCents: null, saleCents: null, saleFrom: null, isLoaded: false },
  ])
})

test('what is kept cannot be changed, taken away or invented', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1000 })
  const own = eq(priceHistory.variantId, mug.id)
  const invented = { variantId: mug.id, appliesFrom: new Date('2026-01-01'), baseCents: 900 }

  const refusals = [
    await refusalOf(db, (tx) => tx.update(priceHistory).set({ baseCents: 1 }).where(own)),
    await refusalOf(db, (tx) => tx.delete(priceHistory).where(own)),
    await refusalOf(db, (tx) => tx.execute(sql`truncate price_history`)),
    await refusalOf(db, (tx) => tx.insert(priceHistory).values(invented)),
  ]

  expect(refusals).toEqual([
    'price_history is append-only',
    'price_history is append-only',
    'price_history is append-only',
    `variant ${mug.id} has a history of its own: change variant_prices`,
  ])
  expect(await historyOf(db, mug.id)).toHaveLength(1)
})

test('a variant may bring prices along from before, marked as such', async ({ db }) => {
  const { id: productId } = await aProduct(db)
  const [mug] = await db
    .insert(variants)
    .values({ productId, sku: unique('SKU'), weightGrams: 1 })
    .returning()
  const variantId = Number(mug?.id)

  const past = [
    { from: new Date('2026-01-01'), cents: 900 },
    { from: new Date('2026-02-01'), cents: 950 },
  ]
  await loadPrices(db, [{ variantId, baseCents: 1000, sale: null, tiers: [], past }])

  expect(await historyOf(db, variantId)).toMatchObject([
    { baseCents: 900, isLoaded: true },
    { baseCents: 950, isLoaded: true },
    { baseCents: 1000, isLoaded: false },
  ])
  const future = { variantId: 2_000_000_000, appliesFrom: new Date(Date.now() + 60_000), baseCents: 900 }
  expect(await refusalOf(db, (tx) => tx.insert(priceHistory).values(future))).toContain(
    'has a history of its own',
  )
})

test('the history outlives its variant and says nothing of its end', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1000, onHand: 0 })

  await db.execute(sql`delete from stock where variant_id = ${mug.id}`)
  await db.delete(variants).where(eq(variants.id, mug.id))

  expect(await historyOf(db, mug.id)).toMatchObject([{ baseCents: 1000 }])
})

test('a change that waited for another is kept after it', async ({ ownDb, ownDbUrl }) => {
  const mug = await aVariant(ownDb, { priceCents: 1000 })
  const set = (db: Database, baseCents: number) =>
    db.update(variantPrices).set({ baseCents }).where(eq(variantPrices.variantId, mug.id))
  const other = openDatabase(ownDbUrl, { poolSize: 1 })

  await ownDb.transaction(async (early) => {
    await early.execute(sql`select now()`)
    await other.db.transaction((late) => set(late, 1100))
    await set(early, 1200)
  })
  await other.close()

  expect((await historyOf(ownDb, mug.id)).map((entry) => entry.baseCents)).toEqual([1000, 1100, 1200])
})
