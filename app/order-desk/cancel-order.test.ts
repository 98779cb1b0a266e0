import { eq } from 'drizzle-orm'
import { accounts } from '~/identity/account-tables.server'
import { findOrder } from '~/orders/order-queries.server'
import { refunds } from '~/payments/payment-tables.server'
import { settleOrderPayments } from '~/payments/settle-payment.server'
import { newId } from '~/platform/ids.server'
import { stockOf } from '../../tests/a-shop'
import { anOpenPayment, anUnpaidOrder, aShopWithBanks } from '../../tests/payments/a-shop-with-banks'
import { expect, test } from '../../tests/shop-test'
import { cancelOrder } from './cancel-order.server'

const customer = { kind: 'customer' } as const

test('a customer who gives up closes the bank’s page first, then the goods are free', async ({ ownDb }) => {
  await using house = await aShopWithBanks(ownDb)
  const { orderId, variantId } = await anUnpaidOrder(ownDb, { onHand: 5 })
  const { sessionId } = await anOpenPayment(house, orderId)

  expect(await cancelOrder(house.shop, { orderId, actor: customer })).toEqual({ ok: true })

  expect(house.stripe.books.sessions.get(sessionId)?.status).toBe('expired')
  expect(await stockOf(ownDb, variantId)).toEqual({ onHand: 5, reserved: 0 })
})

test('a customer who gives up too late has paid: the order stands', async ({ ownDb }) => {
  await using house = await aShopWithBanks(ownDb)
  const { orderId } = await anUnpaidOrder(ownDb)
  const { sessionId } = await anOpenPayment(house, orderId)
  house.stripe.pay(sessionId)

  expect(await cancelOrder(house.shop, { orderId, actor: customer })).toEqual({
    ok: false,
    reason: 'already-paid',
  })

  expect((await findOrder(ownDb, orderId))?.state).toBe('paid')
})

test('an order that staff cancel after the payment is refunded whole, once', async ({ ownDb }) => {
  await using house = await aShopWithBanks(ownDb)
  const { orderId, variantId, totalCents } = await anUnpaidOrder(ownDb, { onHand: 5 })
  const { sessionId } = await anOpenPayment(house, orderId)
  house.stripe.pay(sessionId)
  await settleOrderPayments(house.shop, { orderId })
  const clerk = newId()
  await ownDb
    .insert(accounts)
    .values({ id: clerk, email: 'clerk@example.fr', passwordHash: 'none', level: 7 })
  const wish = { orderId, actor: { kind: 'staff', accountId: clerk, level: 7 } } as const

  const outcomes = await Promise.all([1, 2, 3].map(() => cancelOrder(house.shop, wish)))

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(await ownDb.select().from(refunds).where(eq(refunds.orderId, orderId))).toMatchObject([
    { amountCents: totalCents, requestedBy: clerk },
  ])
  expect(await stockOf(ownDb, variantId)).toEqual({ onHand: 5, reserved: 0 })
})

test('a paid order is not the customer’s to cancel', async ({ ownDb }) => {
  await using house = await aShopWithBanks(ownDb)
  const { orderId } = await anUnpaidOrder(ownDb)
  const { sessionId } = await anOpenPayment(house, orderId)
  house.stripe.pay(sessionId)
  await settleOrderPayments(house.shop, { orderId })

  expect(await cancelOrder(house.shop, { orderId, actor: customer })).toEqual({
    ok: false,
    reason: 'not-allowed',
    state: 'paid',
  })
})
