import { eq, sql } from 'drizzle-orm'
import { afterAll, inject } from 'vitest'
import { products, productTexts } from '~/catalog/product-tables.server'
import { stockMovements } from '~/inventory/stock-tables.server'
import type { Database } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { aProduct, aVariant } from '../../tests/a-shop'
import { expect, test as shopTest } from '../../tests/shop-test'
import { openProductIndex } from './engine/product-index.server'
import { indexProducts, indexSales, indexStock, keepIndex } from './index-products.server'
import { NO_FILTERS } from './listing-filters'
import { openProductSearch, type ProductSearch } from './open-product-search.server'
import { rebuildProductIndex } from './rebuild-product-index.server'
import { productDocuments } from './search-tables.server'

const log = openLog({ level: 'silent', process: 'test' })
const meilisearch = inject('meilisearch')

const prefix = `index_${process.pid}_${Date.now().toString(36)}`
const searching = (db: Database) =>
  openProductSearch({ db, log, meilisearch: meilisearch && { ...meilisearch, prefix } })

type Fixtures = {
  /** Documents alone. */
  shop: { db: Database; productSearch: ProductSearch }
  /** Documents and the index made of them. */
  indexed: { db: Database; productSearch: ProductSearch }
}

const test = shopTest.extend<Fixtures>({
  shop: async ({ db }, use) =>
    use({ db, productSearch: openProductSearch({ db, log, meilisearch: undefined }) }),
  indexed: async ({ ownDb: db }, use) => use({ db, productSearch: searching(db) }),
})

afterAll(() => meilisearch && openProductIndex({ ...meilisearch, prefix }).drop())

const A_WHILE = 120_000
const ascending = (ids: number[]) => ids.toSorted((a, b) => a - b)

async function find(productSearch: ProductSearch, query: string) {
  const answer = await productSearch.search({
    language: 'fr',
    query,
    filters: NO_FILTERS,
    sort: 'relevance',
    page: 1,
    perPage: 24,
    facets: ['stock'],
  })
  expect(answer.degraded).toBe(false)
  return { ids: answer.hits.map((hit) => hit.productId), inStock: answer.facets.inStock }
}

const documentOf = async (db: Database, productId: number) =>
  (await db.select().from(productDocuments).where(eq(productDocuments.productId, productId))).find(
    ({ language }) => language === 'fr',
  )

test('a new, a renamed and an archived product are found as they are now', { timeout: A_WHILE }, async ({
  indexed: shop,
}) => {
  const { db, productSearch } = shop
  const { productId } = await aVariant(db, { name: 'Vanne thermique' })
  await indexProducts(shop, { productIds: [productId] })
  expect((await find(productSearch, 'vanne')).ids).toEqual([productId])

  await db.update(productTexts).set({ name: 'Clapet thermique' }).where(eq(productTexts.productId, productId))
  await indexProducts(shop, { productIds: [productId] })
  expect((await find(productSearch, 'clapet')).ids).toEqual([productId])
  expect((await find(productSearch, 'vanne')).ids).toEqual([])

  await db.update(products).set({ status: 'archived' }).where(eq(products.id, productId))
  await indexProducts(shop, { productIds: [productId] })
  expect((await find(productSearch, 'clapet')).ids).toEqual([])
  expect(await documentOf(db, productId)).toBeUndefined()
})

test('a document says the price of today of what can be had', async ({ shop }) => {
  const { db } = shop
  const product = await aProduct(db)
  await aVariant(db, { productId: product.id, priceCents: 500, onHand: 0 })
  const inStock = await aVariant(db, { productId: product.id, priceCents: 900, options: { size: 'L' } })
  await indexProducts(shop, { productIds: [product.id] })
  expect(await documentOf(db, product.id)).toMatchObject({ priceCents: 900, attributes: { size: ['L'] } })

  const [yesterday, tomorrow] = [-1, 1].map((days) => new Date(Date.now() + days * 86_400_000))
  await db
    .update(variantPrices)
    .set({ saleCents: 700, saleFrom: yesterday, saleUntil: tomorrow })
    .where(eq(variantPrices.variantId, inStock.id))
  await indexProducts(shop, { productIds: [product.id] })
  expect(await documentOf(db, product.id)).toMatchObject({ priceCents: 700 })
})

test('a sale that began or ended by the clock is followed', async ({ shop }) => {
  const { db } = shop
  const disc = await aVariant(db, { priceCents: 1000 })
  await indexProducts(shop, { productIds: [disc.productId] })
  await db
    .update(variantPrices)
    .set({ saleCents: 800, saleFrom: new Date(Date.now() - 1_000) })
    .where(eq(variantPrices.variantId, disc.id))
  await db.execute(sql`update product_documents set indexed_at = now() - interval '1 hour'`)

  await indexSales(shop)

  expect(await documentOf(db, disc.productId)).toMatchObject({ priceCents: 800 })
})

test('stock is followed when a product comes in stock or goes out of it', async ({ shop }) => {
  const { db, productSearch } = shop
  const disc = await aVariant(db, { name: 'Disque rare', onHand: 3 })
  await indexProducts(shop, { productIds: [disc.productId] })
  const move = (delta: number) =>
    db.insert(stockMovements).values({ variantId: disc.id, delta, reason: 'adjustment', actor: 'test' })

  await move(-1)
  await indexStock(shop, { variantIds: [disc.id] })
  expect(await documentOf(db, disc.productId)).toMatchObject({ available: 3 })

  await move(-2)
  await indexStock(shop, { variantIds: [disc.id] })
  expect(await documentOf(db, disc.productId)).toMatchObject({ available: 0 })
  expect((await find(productSearch, 'rare')).inStock).toBe(0)
})

test('a product without a French or English text is found by the other one', async ({ shop }) => {
  const { db } = shop
  const { productId } = await aVariant(db, { name: 'Disque' })
  await indexProducts(shop, { productIds: [productId] })
  const rows = await db.select().from(productDocuments).where(eq(productDocuments.productId, productId))
  expect(rows.map(({ language, name }) => `${language} ${name}`).sort()).toEqual(['en Disque', 'fr Disque'])
})

test('what changes while the index is rebuilt is in the new one', { timeout: A_WHILE }, async ({
  indexed: shop,
}) => {
  const { db, productSearch } = shop
  const [kept, changed, gone] = [
    await aVariant(db, { name: 'Vis courte' }),
    await aVariant(db, { name: 'Vis longue' }),
    await aVariant(db, { name: 'Vis perdue' }),
  ]
  await rebuildProductIndex(shop)
  let isFirst = true
  const changing: Promise<void>[] = []
  await rebuildProductIndex(shop, ({ step }) => {
    if (step !== 'index' || !isFirst) return
    isFirst = false
    changing.push(
      (async () => {
        await db
          .update(productTexts)
          .set({ name: 'Vis dorée' })
          .where(eq(productTexts.productId, changed.productId))
        await db.update(products).set({ status: 'archived' }).where(eq(products.id, gone.productId))
        await indexProducts(shop, { productIds: [changed.productId, gone.productId] })
      })(),
    )
  })
  await Promise.all(changing)

  expect((await find(productSearch, 'dorée')).ids).toEqual([changed.productId])
  expect(ascending((await find(productSearch, 'vis')).ids)).toEqual([kept.productId, changed.productId])
})

test.skipIf(!meilisearch)(
  'an emptied Meilisearch is filled again',
  { timeout: A_WHILE },
  async ({ indexed: shop }) => {
    const { db, productSearch } = shop
    const [old, fresh] = [
      await aVariant(db, { name: 'Vis ancienne' }),
      await aVariant(db, { name: 'Vis neuve' }),
    ]
    await rebuildProductIndex(shop)
    await productSearch.index?.drop()
    await expect.poll(() => productSearch.index?.isBuilt(), { timeout: A_WHILE }).toBe(false)

    await keepIndex(shop)

    expect(ascending((await find(productSearch, 'vis')).ids)).toEqual([old.productId, fresh.productId])
  },
)
