import { stockOf } from '../../tests/a-shop'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  enterPaybox,
  letMinutesPass,
  moneyOf,
  stateOf,
  wishFor,
} from '../../tests/payments/a-shop-with-banks'
import { describe, expect, test } from '../../tests/shop-test'
import { closeOrderPayments, closeOverduePayments } from './close-payments.server'
import { startPayment } from './start-payment.server'

const NO_ANSWER = Array.from({ length: 12 }, () => ({ kind: 'drop' }) as const)

test('an order that is not paid in time is cancelled once its session was closed, and its goods are free', async ({
  db,
}) => {
  await using setting = await aShopWithBanks(db)
  const { orderId, variantId } = await anUnpaidOrder(db, { onHand: 5 })
  const { sessionId } = await anOpenPayment(setting, orderId)
  await letMinutesPass(db, orderId, 31)

  expect(await closeOverduePayments(setting.shop)).toEqual({ closed: 1, cancelled: 1 })

  expect(setting.stripe.books.find(sessionId).status).toBe('expired')
  expect(await stateOf(db, orderId)).toMatchObject({ state: 'cancelled' })
  expect(await stockOf(db, variantId)).toEqual({ onHand: 5, reserved: 0 })
})

test('before its time nothing is touched', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)
  const { sessionId } = await anOpenPayment(setting, orderId)
  await letMinutesPass(db, orderId, 29)

  expect(await closeOverduePayments(setting.shop)).toEqual({ closed: 0, cancelled: 0 })
  expect(setting.stripe.books.find(sessionId).status).toBe('open')
})

test('an order whose payment never began is cancelled too', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)
  await letMinutesPass(db, orderId, 46)

  expect(await closeOverduePayments(setting.shop)).toEqual({ closed: 0, cancelled: 1 })
  expect(await stateOf(db, orderId)).toMatchObject({ state: 'cancelled' })
})

describe('S-03: paid at the bank, and the notification did not come', () => {
  test('the session refuses to close, so the order is paid and not cancelled', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    setting.stripe.pay(sessionId)
    await letMinutesPass(db, orderId, 31)

    expect(await closeOverduePayments(setting.shop)).toEqual({ closed: 0, cancelled: 0 })

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
    expect(await moneyOf(db, orderId)).toEqual({ taken: [{ role: 'payment', cents: 4990 }], givenBack: [] })
  })

  test('no answer from the bank: the order stays as it is, and the next run decides', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)
    await letMinutesPass(db, orderId, 31)
    setting.stripe.failNext(/./, ...NO_ANSWER)

    expect(await closeOverduePayments(setting.shop)).toEqual({ closed: 0, cancelled: 0 })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })

    setting.stripe.faults.length = 0
    expect(await closeOverduePayments(setting.shop)).toEqual({ closed: 1, cancelled: 1 })
  })

  test('at Paybox the bank is asked once its page is over: paid', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
    const query = setting.paybox.accept(visit)
    await letMinutesPass(db, orderId, 36)

    await closeOverduePayments(setting.shop)

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
    expect(await setting.tellFromPaybox(query)).toEqual({ ok: true, effect: 'already-recorded' })
  })
})

test('a session whose opening was never answered is found under its key and closed', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)
  const lost = Array.from({ length: 3 }, () => ({ kind: 'answer-lost' }) as const)
  setting.stripe.failNext(/sessions$/, ...lost)
  expect(await startPayment(setting.shop, wishFor(orderId))).toMatchObject({ ok: false })
  expect([...setting.stripe.books.sessions.values()].map(({ status }) => status)).toEqual(['open'])

  expect(await closeOrderPayments(setting.shop, { orderId })).toEqual({ ok: true })

  expect([...setting.stripe.books.sessions.values()].map(({ status }) => status)).toEqual(['expired'])
})

describe('S-05, S-06: somebody cancels', () => {
  test('an open session is closed first', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)

    expect(await closeOrderPayments(setting.shop, { orderId })).toEqual({ ok: true })
    expect(setting.stripe.books.find(sessionId).status).toBe('expired')
  })

  test('a payment made a moment ago wins', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    setting.stripe.pay(sessionId)

    expect(await closeOrderPayments(setting.shop, { orderId })).toEqual({ ok: false, reason: 'already-paid' })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })

  test('without an answer nothing may be cancelled', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)
    setting.stripe.failNext(/./, ...NO_ANSWER)

    expect(await closeOrderPayments(setting.shop, { orderId })).toEqual({ ok: false, reason: 'unknown' })
  })
})
