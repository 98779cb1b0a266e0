import { newId } from '~/platform/ids.server'
import { announcementsIn, aVariant, stockOf } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { handReservationsToOrder } from './hand-reservations-to-order.server'
import { putStockBack } from './put-stock-back.server'
import { reserveStock } from './reserve-stock.server'
import { setStockOnHand } from './set-stock-on-hand.server'
import { takeReservedStock } from './take-reserved-stock.server'

const aLine = (variantId: number, quantity: number) => ({ orderLineId: newId(), variantId, quantity })

test('an order takes over what its cart kept aside, and nothing stays behind', async ({ db }) => {
  const [mug, plate] = [await aVariant(db, { onHand: 2 }), await aVariant(db, { onHand: 5 })]
  const [cartId, orderId] = [newId(), newId()]
  const cart = { holder: 'cart', holderId: cartId } as const
  await reserveStock(db, { ...cart, lines: [{ variantId: mug.id, quantity: 2 }], minutes: 30 })
  await reserveStock(db, { ...cart, lines: [{ variantId: plate.id, quantity: 3 }], minutes: 30 })

  const lines = [{ variantId: mug.id, quantity: 2 }]
  expect(await handReservationsToOrder(db, { cartId, orderId, lines })).toEqual({ ok: true })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 2, reserved: 2 })
  expect(await stockOf(db, plate.id)).toEqual({ onHand: 5, reserved: 0 })
})

test('an order that cannot have everything leaves the cart its goods', async ({ db }) => {
  const [mug, plate] = [await aVariant(db, { onHand: 2 }), await aVariant(db, { onHand: 0 })]
  const [cartId, orderId] = [newId(), newId()]
  const lines = [
    { variantId: mug.id, quantity: 2 },
    { variantId: plate.id, quantity: 1 },
  ]
  await reserveStock(db, { holder: 'cart', holderId: cartId, lines: lines.slice(0, 1), minutes: 30 })

  expect(await handReservationsToOrder(db, { cartId, orderId, lines })).toMatchObject({ variantId: plate.id })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 2, reserved: 2 })
})

test('a payment reported twice takes the stock once', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 10 })
  const [orderId, line] = [newId(), aLine(mug.id, 3)]
  await reserveStock(db, { holder: 'order', holderId: orderId, lines: [line], minutes: null })

  expect(await takeReservedStock(db, { orderId, lines: [line] })).toEqual({ ok: true })
  expect(await takeReservedStock(db, { orderId, lines: [line] })).toEqual({ ok: true })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 7, reserved: 0 })
})

test('a payment whose reservation is gone takes what is left on the shelf, or is refused', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 3 })
  const [first, second] = [aLine(mug.id, 2), aLine(mug.id, 2)]

  expect(await takeReservedStock(db, { orderId: newId(), lines: [first] })).toEqual({ ok: true })
  expect(await takeReservedStock(db, { orderId: newId(), lines: [second] })).toEqual({
    ok: false,
    reason: 'not-enough-stock',
    variantId: mug.id,
    available: 1,
  })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 1, reserved: 0 })
})

test('two lines of one variant are sold together', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5 })
  const [orderId, lines] = [newId(), [aLine(mug.id, 1), aLine(mug.id, 2)]]
  await reserveStock(db, { holder: 'order', holderId: orderId, lines, minutes: null })

  await takeReservedStock(db, { orderId, lines })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 2, reserved: 0 })
})

test('a cancelled sale comes back once, an unsold order never', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5 })
  const [orderId, line] = [newId(), aLine(mug.id, 5)]
  expect(await putStockBack(db, { lines: [line] })).toEqual({ ok: true, units: 0 })
  await takeReservedStock(db, { orderId, lines: [line] })

  expect(await putStockBack(db, { lines: [line] })).toEqual({ ok: true, units: 5 })
  expect(await putStockBack(db, { lines: [line] })).toEqual({ ok: true, units: 0 })
  expect(await putStockBack(db, { lines: [line], reason: 'return' })).toEqual({ ok: true, units: 0 })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 0 })
})

test('returns in parts never exceed what was sold', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5 })
  const line = aLine(mug.id, 5)
  await takeReservedStock(db, { orderId: newId(), lines: [line] })
  const giveBack = (quantity: number) =>
    putStockBack(db, { lines: [{ ...line, quantity }], reason: 'return', actor: 'staff' })

  expect((await giveBack(2)).units).toBe(2)
  expect((await giveBack(4)).units).toBe(3)
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 0 })
})

test('a count based on an old figure writes nothing and tells the new one', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 10 })
  await takeReservedStock(db, { orderId: newId(), lines: [aLine(mug.id, 1)] })

  const count = { variantId: mug.id, onHand: 12, actor: 'staff' }
  expect(await setStockOnHand(db, { ...count, basedOn: 10 })).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
    onHand: 9,
  })
  expect(await setStockOnHand(db, { ...count, basedOn: 9 })).toEqual({ ok: true, onHand: 12 })
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 12, reserved: 0 })
})

test('stock is not set below what is reserved', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 10 })
  const cart = { holder: 'cart', holderId: newId() } as const
  await reserveStock(db, { ...cart, lines: [{ variantId: mug.id, quantity: 4 }], minutes: 30 })
  const count = (onHand: number) =>
    setStockOnHand(db, { variantId: mug.id, onHand, basedOn: 10, actor: 'staff' })

  expect(await count(3)).toEqual({ ok: false, reason: 'below-reserved', reserved: 4 })
  expect(await count(4)).toEqual({ ok: true, onHand: 4 })
  expect(await announcementsIn(db)).toEqual([{ type: 'stock.changed', variantIds: [mug.id] }])
})

test('an unknown variant has no stock to set', async ({ db }) => {
  expect(
    await setStockOnHand(db, { variantId: 2_000_000_000, onHand: 1, basedOn: 0, actor: 'staff' }),
  ).toEqual({ ok: false, reason: 'unknown-variant' })
})
