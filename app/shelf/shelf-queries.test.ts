import { eq } from 'drizzle-orm'
import { products } from '~/catalog/product-tables.server'
import { reserveStock } from '~/inventory/reserve-stock.server'
import { openCache } from '~/platform/cache.server'
import { newId } from '~/platform/ids.server'
import { setLevelPrices } from '~/pricing/set-level-prices.server'
import { setTiers } from '~/pricing/set-tiers.server'
import { aProduct, aRange, aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { findProductOnShelf } from './shelf-queries.server'

test('a product stands there with price, stock and neighbours of the moment', async ({ db }) => {
  const rangeId = await aRange(db)
  const card = await aProduct(db, { rangeId })
  const gone = await aVariant(db, { productId: card.id, priceCents: 500, onHand: 0 })
  const here = await aVariant(db, { productId: card.id, priceCents: 900, onHand: 2 })
  const neighbour = await aVariant(db, { rangeId })
  const shop = { db, cache: openCache(undefined) }

  const found = await findProductOnShelf(shop, { slug: card.slug, sku: null, language: 'fr' })
  const named = await findProductOnShelf(shop, { slug: card.slug, sku: gone.sku, language: 'fr' })

  expect(found?.variants.map(({ sku, unitCents, available }) => [sku, unitCents, available])).toEqual([
    [gone.sku, 500, 0],
    [here.sku, 900, 2],
  ])
  expect(found?.chosen.sku).toBe(here.sku)
  expect(named?.chosen.sku).toBe(gone.sku)
  expect(found?.related.map((related) => related.id)).toEqual([neighbour.productId])
})

test('who has the last one in the cart still sees one', async ({ db }) => {
  const last = await aVariant(db, { onHand: 1 })
  const [product] = await db.select().from(products).where(eq(products.id, last.productId))
  const cartId = newId()
  await reserveStock(db, {
    holder: 'cart',
    holderId: cartId,
    lines: [{ variantId: last.id, quantity: 1 }],
    minutes: 30,
  })
  const shop = { db, cache: openCache(undefined) }
  const asked = { slug: product?.slug ?? '', sku: null, language: 'fr' } as const

  expect((await findProductOnShelf(shop, { ...asked, cartId }))?.chosen.available).toBe(1)
  expect((await findProductOnShelf(shop, asked))?.chosen.available).toBe(0)
})

test('what is not public or has no price does not stand there', async ({ db }) => {
  const shop = { db, cache: openCache(undefined) }
  const archived = await aProduct(db, { status: 'archived' })
  const bare = await aProduct(db)
  for (const { slug } of [archived, bare, { slug: 'no-such-thing' }])
    expect(await findProductOnShelf(shop, { slug, sku: null, language: 'fr' })).toBeNull()
})

test('prices by quantity are named as far as they are below what this customer pays for one', async ({
  db,
}) => {
  const oil = await aVariant(db, { priceCents: 1000 })
  const [product] = await db.select().from(products).where(eq(products.id, oil.productId))
  const tiers = [
    { fromQuantity: 4, unitCents: 950 },
    { fromQuantity: 12, unitCents: 850 },
  ]
  await setTiers(db, { variantId: oil.id, tiers })
  await setLevelPrices(db, { variantId: oil.id, prices: [{ level: 4, unitCents: 900 }] })
  const asked = { slug: product?.slug ?? '', sku: null, language: 'fr' } as const

  const shop = { db, cache: openCache(undefined) }
  const [anybody, vip] = [
    await findProductOnShelf(shop, asked),
    await findProductOnShelf(shop, { ...asked, level: 4 }),
  ]

  expect(anybody).toMatchObject({ chosen: { unitCents: 1000, reduction: null }, tiers })
  expect(vip).toMatchObject({ chosen: { unitCents: 900, reduction: { beforeCents: 1000 } } })
  expect(vip?.tiers).toEqual([{ fromQuantity: 12, unitCents: 850 }])
})
