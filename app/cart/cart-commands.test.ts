import { eq } from 'drizzle-orm'
import { products } from '~/catalog/product-tables.server'
import { reserveStock } from '~/inventory/reserve-stock.server'
import { stock } from '~/inventory/stock-tables.server'
import type { Database } from '~/platform/db.server'
import { newId, newToken } from '~/platform/ids.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { setLevelPrices } from '~/pricing/set-level-prices.server'
import { setTiers } from '~/pricing/set-tiers.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { saveSetting } from '~/settings/save-setting.server'
import { aVariant, stockOf } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { applyPromoCode } from './apply-promo-code.server'
import { addToCart, changeCartLine, clearCart, removeCartLine } from './cart-lines.server'
import { countCartItems, findCart, listCartLines } from './cart-queries.server'
import { carts } from './cart-tables.server'
import { acceptCartChanges } from './changes/accept-cart-changes.server'
import { closeCart } from './close-cart.server'
import { readCart } from './read-cart.server'
import { setCartCountry } from './set-cart-country.server'

/** A cart with these goods in it; answers how it is named. */
async function aCart(db: Database, ...goods: { variantId: number; quantity: number }[]) {
  const token = newToken()
  for (const line of goods) await addToCart(db, { token, ...line })
  const cart = await findCart(db, token)
  return { token, cart, cartId: cart?.id ?? newId() }
}

const read = async (db: Database, token: string) =>
  readCart(db, await findCart(db, token), { language: 'fr' })

test('adding twice adds up, and keeps the goods aside', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5, priceCents: 1000 })
  const token = newToken()

  await addToCart(db, { token, variantId: mug.id, quantity: 1 })
  expect(await addToCart(db, { token, variantId: mug.id, quantity: 2 })).toEqual({
    ok: true,
    quantity: 3,
    unitsInAll: 3,
  })

  expect(await countCartItems(db, token)).toBe(3)
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 3 })
  const view = await read(db, token)
  expect(view).toMatchObject({ itemsCents: 3000, hasChanges: false, isOrderable: true, unitCount: 3 })
  expect(view.keptUntil).toBeInstanceOf(Date)
})

test('a refused first addition leaves no cart behind', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 2 })
  const token = newToken()

  expect(await addToCart(db, { token, variantId: mug.id, quantity: 3 })).toEqual({
    ok: false,
    reason: 'not-enough-stock',
    variantId: mug.id,
    available: 2,
  })
  expect(await findCart(db, token)).toBeNull()
})

test('what is not sold is not added', async ({ db }) => {
  const [draft, free] = [await aVariant(db, { status: 'draft' }), await aVariant(db)]
  await db.delete(variantPrices).where(eq(variantPrices.variantId, free.id))
  const add = (variantId: number) => addToCart(db, { token: newToken(), variantId, quantity: 1 })

  for (const variantId of [draft.id, free.id, 2_000_000_000])
    expect(await add(variantId)).toEqual({ ok: false, reason: 'not-sold' })
})

test('at most 100 of one item and 500 in all', async ({ db }) => {
  const ids: number[] = []
  for (let index = 0; index < 6; index++) ids.push((await aVariant(db, { onHand: 1000 })).id)
  const [first = 0, ...others] = ids
  const { token, cartId } = await aCart(db, { variantId: first, quantity: 100 })

  expect(await addToCart(db, { token, variantId: first, quantity: 1 })).toMatchObject({
    reason: 'too-many-of-one',
    most: 100,
  })
  for (const variantId of others.slice(0, 4)) await addToCart(db, { token, variantId, quantity: 100 })
  expect(await addToCart(db, { token, variantId: others[4] ?? 0, quantity: 1 })).toMatchObject({
    reason: 'too-many-in-all',
    most: 500,
  })
  expect(await changeCartLine(db, { cartId, variantId: first, quantity: 101 })).toMatchObject({ ok: false })
  expect(await countCartItems(db, token)).toBe(500)
})

test('the limits hold for additions at the same moment', async ({ ownDb }) => {
  const mug = await aVariant(ownDb, { onHand: 1000 })
  const token = newToken()

  const outcomes = await Promise.all(
    Array.from({ length: 30 }, () => addToCart(ownDb, { token, variantId: mug.id, quantity: 7 })),
  )

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(14)
  expect(await countCartItems(ownDb, token)).toBe(98)
}, 60_000)

test('a line is changed, removed, and the cart emptied: the goods go back each time', async ({ db }) => {
  const [mug, plate] = [await aVariant(db, { onHand: 5 }), await aVariant(db, { onHand: 5 })]
  const { token, cartId } = await aCart(
    db,
    { variantId: mug.id, quantity: 4 },
    { variantId: plate.id, quantity: 2 },
  )
  const reserved = async () => [(await stockOf(db, mug.id)).reserved, (await stockOf(db, plate.id)).reserved]

  await changeCartLine(db, { cartId, variantId: mug.id, quantity: 1 })
  expect(await reserved()).toEqual([1, 2])
  await changeCartLine(db, { cartId, variantId: mug.id, quantity: 0 })
  expect(await reserved()).toEqual([0, 2])
  expect(await changeCartLine(db, { cartId, variantId: mug.id, quantity: 1 })).toEqual({
    ok: false,
    reason: 'not-in-cart',
  })
  await removeCartLine(db, { cartId, variantId: plate.id })
  await addToCart(db, { token, variantId: plate.id, quantity: 5 })
  await clearCart(db, { cartId })
  expect(await reserved()).toEqual([0, 0])
  expect(await read(db, token)).toMatchObject({ lines: [], totalCents: 0, isOrderable: false })
})

test('a change of price is said on the line until the visitor has accepted it', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1000 })
  const { token, cartId } = await aCart(db, { variantId: mug.id, quantity: 2 })
  await db.update(variantPrices).set({ baseCents: 1200 }).where(eq(variantPrices.variantId, mug.id))

  const changed = await read(db, token)
  expect(changed).toMatchObject({ hasChanges: true, itemsCents: 2400 })
  expect(changed.lines[0]).toMatchObject({ seenUnitCents: 1000, price: { unitCents: 1200 }, state: 'fine' })
  expect((await read(db, token)).hasChanges, 'reading alone accepts nothing').toBe(true)

  await acceptCartChanges(db, { cartId })
  expect(await read(db, token)).toMatchObject({ hasChanges: false, itemsCents: 2400 })
})

test('fewer left, sold out and sold no longer are told, and tidied up on demand', async ({ db }) => {
  await saveSetting({ db }, { name: 'stock', value: { reserveAt: 'checkout' } })
  const [few, gone, old] = [
    await aVariant(db, { onHand: 5 }),
    await aVariant(db, { onHand: 5 }),
    await aVariant(db, { onHand: 5 }),
  ]
  const { token, cartId } = await aCart(
    db,
    ...[few, gone, old].map(({ id }) => ({ variantId: id, quantity: 3 })),
  )
  const keep = (variantId: number, quantity: number) =>
    reserveStock(db, { holder: 'order', holderId: newId(), lines: [{ variantId, quantity }], minutes: null })
  await keep(few.id, 4)
  await keep(gone.id, 5)
  await db.update(products).set({ status: 'archived' }).where(eq(products.id, old.productId))

  const view = await read(db, token)
  expect(view.lines.map((line) => [line.state, line.available, line.price !== null])).toEqual([
    ['not-enough', 1, true],
    ['sold-out', 0, false],
    ['not-sold', 5, false],
  ])
  expect(view).toMatchObject({ isOrderable: false, hasChanges: true, itemsCents: 3000 })

  await acceptCartChanges(db, { cartId })
  expect(await read(db, token)).toMatchObject({ isOrderable: true, hasChanges: false, itemsCents: 1000 })
})

test('a price by quantity follows the quantity, and is no change to be told of', async ({ db }) => {
  await saveSetting({ db }, { name: 'stock', value: { reserveAt: 'checkout' } })
  const mug = await aVariant(db, { priceCents: 1000, onHand: 5 })
  await setTiers(db, { variantId: mug.id, tiers: [{ fromQuantity: 4, unitCents: 950 }] })
  const { token, cartId } = await aCart(db, { variantId: mug.id, quantity: 3 })
  expect(await read(db, token)).toMatchObject({ itemsCents: 3000, hasChanges: false })

  await changeCartLine(db, { cartId, variantId: mug.id, quantity: 4 })
  expect(await read(db, token)).toMatchObject({ itemsCents: 3800, hasChanges: false })

  const held = { holder: 'order', holderId: newId(), minutes: null } as const
  await reserveStock(db, { ...held, lines: [{ variantId: mug.id, quantity: 3 }] })
  await acceptCartChanges(db, { cartId })
  expect(await read(db, token)).toMatchObject({ itemsCents: 2000, hasChanges: false, isOrderable: true })
})

test('a VIP customer sees the own price everywhere in the cart', async ({ db }) => {
  const mug = await aVariant(db, { priceCents: 1000 })
  await setLevelPrices(db, { variantId: mug.id, prices: [{ level: 4, unitCents: 900 }] })
  const token = newToken()

  await addToCart(db, { token, variantId: mug.id, quantity: 2, level: 4 })

  const cart = await findCart(db, token)
  expect(await readCart(db, cart, { language: 'fr', level: 4 })).toMatchObject({
    itemsCents: 1800,
    hasChanges: false,
  })
  expect(await readCart(db, cart, { language: 'fr' })).toMatchObject({ itemsCents: 2000, hasChanges: true })
})

test('a stock row that is missing sells nothing', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 0 })
  await db.delete(stock).where(eq(stock.variantId, mug.id))

  expect(await addToCart(db, { token: newToken(), variantId: mug.id, quantity: 1 })).toMatchObject({
    reason: 'not-enough-stock',
    available: 0,
  })
})

test('a code with a minimum is noted, and told off when the cart falls below', async ({ db }) => {
  await createPromoCode(db, { code: 'BIG', kind: 'amount', value: 500, minimumCents: 2000 })
  const mug = await aVariant(db, { priceCents: 1000, onHand: 5 })
  const { token, cartId } = await aCart(db, { variantId: mug.id, quantity: 2 })

  expect(await applyPromoCode(db, { cartId, code: 'nope' })).toEqual({ ok: false, reason: 'unknown' })
  expect(await applyPromoCode(db, { cartId, code: ' big ' })).toEqual({ ok: true })
  expect(await read(db, token)).toMatchObject({ discountCents: 500, promoCode: 'BIG' })

  await changeCartLine(db, { cartId, variantId: mug.id, quantity: 1 })
  expect(await read(db, token)).toMatchObject({
    discountCents: 0,
    promoRefusal: { reason: 'below-minimum' },
  })
})

test('a country nobody goes to is not chosen', async ({ db }) => {
  const mug = await aVariant(db)
  const { cartId } = await aCart(db, { variantId: mug.id, quantity: 1 })

  expect(await setCartCountry(db, { cartId, country: 'AQ' })).toEqual({ ok: false, reason: 'not-served' })
})

test('a cart becomes one order, and then changes no more', async ({ db }) => {
  const mug = await aVariant(db)
  const { token, cartId } = await aCart(db, { variantId: mug.id, quantity: 2 })

  expect(await closeCart(db, { cartId })).toEqual({
    ok: true,
    lines: [{ variantId: mug.id, quantity: 2 }],
    country: 'FR',
    promoCode: null,
    openedFrom: null,
  })

  const refused = { ok: false, reason: 'already-ordered' }
  expect(await closeCart(db, { cartId })).toEqual(refused)
  expect(await addToCart(db, { token, variantId: mug.id, quantity: 1 })).toEqual(refused)
  expect(await changeCartLine(db, { cartId, variantId: mug.id, quantity: 1 })).toEqual(refused)
  expect(await clearCart(db, { cartId })).toEqual(refused)
  expect(await findCart(db, token)).toBeNull()
  expect(await countCartItems(db, token)).toBe(0)
  expect(await listCartLines(db, cartId)).toHaveLength(1)
})

test('an empty cart becomes no order', async ({ db }) => {
  const mug = await aVariant(db)
  const { cartId } = await aCart(db, { variantId: mug.id, quantity: 1 })
  await clearCart(db, { cartId })

  expect(await closeCart(db, { cartId })).toEqual({ ok: false, reason: 'empty' })
})

test('the database keeps no token', async ({ db }) => {
  const mug = await aVariant(db)
  const { token, cartId } = await aCart(db, { variantId: mug.id, quantity: 1 })

  const [row] = await db.select().from(carts).where(eq(carts.id, cartId))
  expect(JSON.stringify(row)).not.toContain(token)
})
