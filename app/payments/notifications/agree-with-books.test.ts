import type { Database } from '~/platform/db.server'
import { announcementsIn } from '../../../tests/a-shop'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  enterPaybox,
  moneyOf,
  type ShopWithBanks,
  stateOf,
} from '../../../tests/payments/a-shop-with-banks'
import { describe, expect, test } from '../../../tests/shop-test'
import { makeEvent } from '../../../tests/stand-ins/stripe-stand-in'
import type { GatewayName } from '../gateway'
import { webhookInbox } from '../payment-tables.server'
import { refundOrder } from '../refund-order.server'
import { writeLetter } from '../sandbox/sandbox-gateway.server'
import { settleForCertain } from '../settle-payment.server'
import { receiveNotification } from './receive-notification.server'

/** Two orders of one price, both at the bank: the first was paid there, the second not. */
async function twoOrders(setting: ShopWithBanks, gateway: GatewayName = 'stripe') {
  const [paid, other] = [await anUnpaidOrder(setting.shop.db), await anUnpaidOrder(setting.shop.db)]
  return {
    paid: { ...paid, ...(await anOpenPayment(setting, paid.orderId, gateway)) },
    other: { ...other, ...(await anOpenPayment(setting, other.orderId, gateway)) },
  }
}

async function expectNothingBelieved(db: Database, orders: { orderId: string }[]) {
  for (const { orderId } of orders) {
    expect(await stateOf(db, orderId)).toEqual({
      state: 'payment_pending',
      attention: 'payment-contradiction',
    })
    expect(await moneyOf(db, orderId)).toEqual({ taken: [], givenBack: [] })
  }
  expect(await announcementsIn(db)).toContainEqual(
    expect.objectContaining({ type: 'payment.attention', trouble: 'contradiction' }),
  )
  expect(await db.select({ outcome: webhookInbox.outcome }).from(webhookInbox)).toEqual([
    { outcome: 'contradiction' },
  ])
}

describe('a signed message of Stripe that names two things which do not belong together', () => {
  test.for([
    ['the reference of another order', { client_reference_id: 'other' }],
    ['another order’s attempt in its metadata', { metadata: { attempt_id: 'other' } }],
    ['a reference that is nobody’s', { client_reference_id: 'made up' }],
    ['the number of another order', { metadata: { order_number: 'C-0000-000000' } }],
    [
      'another attempt at the payment itself',
      { payment_intent: { id: 'pi', metadata: { attempt_id: 'other' } } },
    ],
  ] as const)('%s: believed by none, and the bank tells which was paid', async ([, named], { db }) => {
    await using setting = await aShopWithBanks(db)
    const { paid, other } = await twoOrders(setting)
    const event = setting.stripe.pay(paid.sessionId)
    const written = JSON.parse(JSON.stringify(named).replaceAll('"other"', `"${other.attemptId}"`))
    const namesOther = JSON.stringify(written).includes(other.attemptId)

    const told = await setting.tellFromStripe({
      ...event,
      data: { object: { ...event.data.object, ...written } },
    })

    expect(told).toEqual({ ok: true, effect: 'contradiction' })
    await expectNothingBelieved(db, namesOther ? [paid, other] : [paid])
    expect(await announcementsIn(db)).toContainEqual({ type: 'payment.doubted', attemptId: paid.attemptId })

    await settleForCertain(setting.shop, paid)
    await settleForCertain(setting.shop, other)
    expect(await stateOf(db, paid.orderId)).toMatchObject({ state: 'paid' })
    expect(await stateOf(db, other.orderId)).toMatchObject({ state: 'payment_pending' })
  })

  test('the session of one attempt, the reference of another whose own session is known', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { paid } = await twoOrders(setting)
    const event = setting.stripe.pay(paid.sessionId)

    const told = await setting.tellFromStripe({
      ...event,
      data: { object: { ...event.data.object, id: 'cs_test_of_nobody' } },
    })

    expect(told).toEqual({ ok: true, effect: 'contradiction' })
    await expectNothingBelieved(db, [paid])
  })

  test('an end that it tells of a paid session ends nothing', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { paid } = await twoOrders(setting)
    const session = { ...setting.stripe.pay(paid.sessionId).data.object }

    expect(await setting.tellFromStripe(makeEvent('checkout.session.expired', session))).toEqual({
      ok: true,
      effect: 'contradiction',
    })
    await expectNothingBelieved(db, [paid])
  })

  test('a payment that paid one order pays no other', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { paid, other } = await twoOrders(setting)
    const first = setting.stripe.pay(paid.sessionId)
    await setting.tellFromStripe(first)
    const second = setting.stripe.pay(other.sessionId)

    const told = await setting.tellFromStripe({
      ...second,
      data: { object: { ...second.data.object, payment_intent: first.data.object.payment_intent } },
    })

    expect(told).toEqual({ ok: true, effect: 'contradiction' })
    expect(await stateOf(db, other.orderId)).toEqual({
      state: 'payment_pending',
      attention: 'payment-contradiction',
    })
    expect(await moneyOf(db, paid.orderId)).toMatchObject({ taken: [{ role: 'payment' }] })
  })

  test('what Stripe answers about another session than was asked for is not believed either', async ({
    db,
  }) => {
    await using setting = await aShopWithBanks(db)
    const { paid, other } = await twoOrders(setting)
    setting.stripe.pay(paid.sessionId)
    setting.stripe.books.find(paid.sessionId).client_reference_id = other.attemptId

    expect(await settleForCertain(setting.shop, paid)).toMatchObject({ paid: false })
    await settleForCertain(setting.shop, paid)

    expect(await stateOf(db, paid.orderId)).toEqual({
      state: 'payment_pending',
      attention: 'payment-contradiction',
    })
    const alarms = (await announcementsIn(db)).filter((one) => JSON.stringify(one).includes('contradiction'))
    expect(alarms, 'asked twice, staff are told once').toHaveLength(1)
  })
})

test('a refund told of another payment, amount or name than the books have is not believed', async ({
  db,
}) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)
  const { sessionId } = await anOpenPayment(setting, orderId)
  const event = setting.stripe.pay(sessionId)
  await setting.tellFromStripe(event)
  const refund = await refundOrder(db, { orderId, amountCents: 1000, reason: 'test' })
  const named = { metadata: { refund_id: refund.ok ? refund.refundId : '' }, status: 'succeeded' }

  for (const wrong of [
    { payment_intent: 'pi_of_another' },
    { amount: 999, payment_intent: event.data.object.payment_intent },
    { currency: 'usd' },
  ])
    expect(
      await setting.tellFromStripe(makeEvent('refund.updated', { id: 're_1', ...named, ...wrong })),
    ).toEqual({ ok: true, effect: 'contradiction' })

  expect((await moneyOf(db, orderId)).givenBack).toMatchObject([{ status: 'pending' }])
  expect(await stateOf(db, orderId)).toEqual({ state: 'paid', attention: 'payment-contradiction' })
})

test('a call of Paybox with the number of one order and the attempt of another is believed by none', async ({
  db,
}) => {
  await using setting = await aShopWithBanks(db)
  const { paid, other } = await twoOrders(setting, 'paybox')
  const visit = enterPaybox(setting, paid)
  const [number] = visit.reference.split('.')
  const query = setting.paybox.tell(visit, '00000', {
    Ref: `${number}.${other.attemptId}`,
    Auto: 'XXXXXX',
    Trans: '12',
    Appel: '13',
  })

  expect(await setting.tellFromPaybox(query)).toEqual({ ok: true, effect: 'contradiction' })
  await expectNothingBelieved(db, [other])
})

test('a letter of the sandbox bank with the payment of one attempt and the name of another is believed by none', async ({
  db,
}) => {
  await using setting = await aShopWithBanks(db)
  const { paid, other } = await twoOrders(setting, 'sandbox')
  const { raw, headers } = writeLetter(
    { paymentId: paid.sessionId, attemptId: other.attemptId, event: 'paid', cents: 4990, currency: 'EUR' },
    setting.shop.env.LINK_SECRET,
  )
  const reading = setting.shop.gateways.get('sandbox')?.readNotification(raw, headers)

  const told = reading?.ok && (await receiveNotification(db, reading.notification))

  expect(told).toEqual({ ok: true, effect: 'contradiction' })
  await expectNothingBelieved(db, [paid, other])
})

test('a message of one bank that names an attempt at another is believed by none', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)
  const { attemptId } = await anOpenPayment(setting, orderId, 'paybox')

  const told = await setting.tellFromStripe(
    makeEvent('checkout.session.completed', {
      id: 'cs_test_1',
      client_reference_id: attemptId,
      payment_status: 'paid',
      amount_total: 4990,
      currency: 'eur',
      payment_intent: 'pi_1',
    }),
  )

  expect(told).toEqual({ ok: true, effect: 'contradiction' })
  await expectNothingBelieved(db, [{ orderId }])
})
