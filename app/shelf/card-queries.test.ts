import { openCache } from '~/platform/cache.server'
import { aProduct, aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { listProductCards } from './card-queries.server'

test('a card is priced from the cheapest variant that can be had', async ({ db }) => {
  const card = await aProduct(db)
  await aVariant(db, { productId: card.id, priceCents: 500, onHand: 0 })
  await aVariant(db, { productId: card.id, priceCents: 900, onHand: 2 })
  await aVariant(db, { productId: card.id, priceCents: 1500, onHand: 3 })

  expect(
    await listProductCards({ db, cache: openCache(undefined) }, { ids: [card.id], language: 'fr' }),
  ).toMatchObject([{ id: card.id, fromCents: 900, hasSeveralPrices: true, available: 5 }])
})

test('a product that is sold out keeps its price on the card', async ({ db }) => {
  const disc = await aVariant(db, { priceCents: 4500, onHand: 0 })
  expect(
    await listProductCards({ db, cache: openCache(undefined) }, { ids: [disc.productId], language: 'en' }),
  ).toMatchObject([{ fromCents: 4500, reduction: null, hasSeveralPrices: false, available: 0 }])
})

test('cards come in the order asked for, without what is not sold', async ({ db }) => {
  const [pads, disc] = [await aVariant(db), await aVariant(db)]
  const draft = await aVariant(db, { status: 'draft' })
  const bare = await aProduct(db)

  const ids = [disc.productId, draft.productId, bare.id, pads.productId]
  const cards = await listProductCards({ db, cache: openCache(undefined) }, { ids, language: 'fr' })

  expect(cards.map((card) => card.id)).toEqual([disc.productId, pads.productId])
})
