import { euros } from '~/money/money'
import { newId } from '~/platform/ids.server'
import { announcementsIn, aVariant, stockOf } from '../../tests/a-shop'
import { anOrder } from '../../tests/an-order'
import { expect, test } from '../../tests/shop-test'
import { markOrderPaid } from './mark-order-paid.server'
import { findOrder } from './order-queries.server'
import { transitionOrder } from './transition-order.server'

test('the same payment told twice takes the stock once', async ({ db }) => {
  const disc = await aVariant(db, { onHand: 10 })
  const order = await anOrder(db, { of: disc, priceCents: 1000 })
  const payment = { orderId: order.id, received: euros(10) }

  expect(await markOrderPaid(db, payment)).toEqual({ ok: true, alreadyPaid: false })
  expect(await markOrderPaid(db, payment)).toEqual({ ok: true, alreadyPaid: true })

  expect(await stockOf(db, disc.id)).toEqual({ onHand: 9, reserved: 0 })
})

test('a payment of the wrong amount is refused and leaves no trace', async ({ db }) => {
  const disc = await aVariant(db, { onHand: 10 })
  const order = await anOrder(db, { of: disc, priceCents: 1000 })
  const before = await announcementsIn(db)

  expect(await markOrderPaid(db, { orderId: order.id, received: euros(1) })).toEqual({
    ok: false,
    reason: 'wrong-amount',
    expected: euros(10),
  })

  expect(await stockOf(db, disc.id)).toEqual({ onHand: 10, reserved: 1 })
  expect(await announcementsIn(db)).toEqual(before)
})

test('a payment that succeeds after a failed one pays the order', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'payment_failed' })

  expect(await markOrderPaid(db, { orderId: order.id, received: euros(10) })).toMatchObject({ ok: true })
})

test('money for a cancelled order pays nothing: its goods may be sold', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'cancelled' })

  expect(await markOrderPaid(db, { orderId: order.id, received: euros(10) })).toEqual({
    ok: false,
    reason: 'not-allowed',
    state: 'cancelled',
  })
})

test('a paid order that was cancelled since is still one that was paid', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'refunded' })

  expect(await markOrderPaid(db, { orderId: order.id, received: euros(10) })).toEqual({
    ok: true,
    alreadyPaid: true,
  })
  expect((await findOrder(db, order.id))?.state).toBe('refunded')
})

test('nobody pays an order that does not exist, or that nobody began to pay', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'pending' })

  expect(await markOrderPaid(db, { orderId: newId(), received: euros(10) })).toMatchObject({
    reason: 'unknown-order',
  })
  expect(await markOrderPaid(db, { orderId: order.id, received: euros(10) })).toMatchObject({
    reason: 'not-allowed',
    state: 'pending',
  })
  expect(
    await transitionOrder(db, { orderId: order.id, to: 'cancelled', actor: { kind: 'customer' } }),
  ).toMatchObject({ ok: true })
})
