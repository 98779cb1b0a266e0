import { eq, sql } from 'drizzle-orm'
import { vi } from 'vitest'
import { announcementsIn } from '../../tests/a-shop'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  enterPaybox,
  letMinutesPass,
  moneyOf,
  type ShopWithBanks,
  stateOf,
} from '../../tests/payments/a-shop-with-banks'
import { describe, expect, test } from '../../tests/shop-test'
import { paymentAttempts } from './payment-tables.server'
import { visitSandboxBank } from './sandbox-bank.server'
import { askOpenPayments, settleOrderPayments, settlePayment } from './settle-payment.server'

describe('S-02: the shopper comes back before the bank has called', () => {
  test('an open session proves nothing: being confirmed, not failed', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)

    expect(await settleOrderPayments(setting.shop, { orderId })).toEqual({
      ok: true,
      paid: false,
      stillOpen: true,
    })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
  })

  test('a paid session pays the order, and the call that comes later finds it done', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId, attemptId } = await anOpenPayment(setting, orderId)
    const event = setting.stripe.pay(sessionId)

    const back = await settlePayment(setting.shop, { attemptId })

    expect(back).toEqual({ ok: true, paid: true, stillOpen: false })
    expect(await setting.tellFromStripe(event)).toEqual({ ok: true, effect: 'already-recorded' })
    expect(await moneyOf(db, orderId)).toEqual({ taken: [{ role: 'payment', cents: 4990 }], givenBack: [] })
  })

  test('a bank that does not answer leaves everything as it is', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)
    setting.stripe.failNext(/./, ...Array.from({ length: 6 }, () => ({ kind: 'drop' }) as const))

    expect(await settleOrderPayments(setting.shop, { orderId })).toMatchObject({
      paid: false,
      stillOpen: true,
    })
  })
})

describe('a crowd on the page that the bank sends shoppers back to', () => {
  function countedQuestions({ shop }: ShopWithBanks) {
    const stripe = shop.gateways.get('stripe')
    if (!stripe) throw new Error('No Stripe')
    const count = { asked: 0 }
    shop.gateways.set('stripe', {
      ...stripe,
      askSession: (session) => {
        count.asked += 1
        return stripe.askSession(session)
      },
    })
    return count
  }

  test('120 visits at once are one question, in this process and in another', async ({ ownDb: db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    setting.stripe.pay((await anOpenPayment(setting, orderId)).sessionId)
    const count = countedQuestions(setting)
    vi.resetModules()
    const elsewhere = await import('./settle-payment.server')

    const visits = Array.from({ length: 120 }, (_, visit) =>
      (visit % 2 ? elsewhere.settleOrderPayments : settleOrderPayments)(setting.shop, { orderId }),
    )
    const outcomes = await Promise.all(visits)

    expect(count.asked).toBe(1)
    expect(new Set(outcomes.map(({ paid }) => paid))).toEqual(new Set([true]))
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })

  test('an answer serves for some seconds, then the bank is asked again', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { attemptId, sessionId } = await anOpenPayment(setting, orderId)
    const count = countedQuestions(setting)

    for (let visit = 0; visit < 3; visit++)
      expect(await settleOrderPayments(setting.shop, { orderId })).toMatchObject({ stillOpen: true })
    expect(count.asked).toBe(1)

    setting.stripe.pay(sessionId)
    const { askedAt, answeredAt } = paymentAttempts
    await db
      .update(paymentAttempts)
      .set({ askedAt: sql`${askedAt} - interval '6 s'`, answeredAt: sql`${answeredAt} - interval '6 s'` })
      .where(eq(paymentAttempts.id, attemptId))
    expect(await settleOrderPayments(setting.shop, { orderId })).toMatchObject({ paid: true })
    expect(count.asked).toBe(2)
  })

  test('who asked and died is waited for no longer than a bank can take', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { attemptId, sessionId } = await anOpenPayment(setting, orderId)
    setting.stripe.pay(sessionId)
    await db
      .update(paymentAttempts)
      .set({ askedAt: sql`clock_timestamp() - interval '16 s'` })
      .where(eq(paymentAttempts.id, attemptId))

    expect(await settleOrderPayments(setting.shop, { orderId })).toMatchObject({ paid: true })
  })
})

test('R-05: payments that nobody told of are found by asking, at Stripe and at Paybox', async ({
  ownDb: db,
}) => {
  await using setting = await aShopWithBanks(db)
  const [atStripe, atPaybox, unpaid] = [
    await anUnpaidOrder(db),
    await anUnpaidOrder(db),
    await anUnpaidOrder(db),
  ]
  setting.stripe.pay((await anOpenPayment(setting, atStripe.orderId)).sessionId)
  setting.paybox.accept(enterPaybox(setting, await anOpenPayment(setting, atPaybox.orderId, 'paybox')))
  await anOpenPayment(setting, unpaid.orderId)
  for (const { orderId } of [atStripe, atPaybox, unpaid]) await letMinutesPass(db, orderId, 5)

  expect(await askOpenPayments(setting.shop)).toEqual({ asked: 3, paid: 2 })

  expect(await stateOf(db, atStripe.orderId)).toMatchObject({ state: 'paid' })
  expect(await stateOf(db, atPaybox.orderId)).toMatchObject({ state: 'paid' })
  expect(await stateOf(db, unpaid.orderId)).toMatchObject({ state: 'payment_pending' })
})

test('a payment that cannot be written down keeps no other from being found', async ({ ownDb: db }) => {
  await using setting = await aShopWithBanks(db)
  const [broken, sound] = [await anUnpaidOrder(db), await anUnpaidOrder(db)]
  const { sessionId } = await anOpenPayment(setting, broken.orderId)
  setting.stripe.pay(sessionId)
  setting.stripe.books.find(sessionId).amount_total = -1
  setting.stripe.pay((await anOpenPayment(setting, sound.orderId)).sessionId)
  for (const { orderId } of [broken, sound]) await letMinutesPass(db, orderId, 5)

  expect(await askOpenPayments(setting.shop)).toEqual({ asked: 2, paid: 1 })

  expect(await stateOf(db, broken.orderId)).toMatchObject({ state: 'payment_pending' })
  expect(await stateOf(db, sound.orderId)).toMatchObject({ state: 'paid' })
})

describe('the sandbox bank', () => {
  test('tells the shop at once: paid', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId: paymentId } = await anOpenPayment(setting, orderId, 'sandbox')

    const visit = await visitSandboxBank(setting.shop, { paymentId, answer: 'paid', isLate: false })

    expect(visit).toMatchObject({ ok: true })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })

  test('or late: the return page asks meanwhile and learns it', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId: paymentId } = await anOpenPayment(setting, orderId, 'sandbox')
    await visitSandboxBank(setting.shop, { paymentId, answer: 'paid', isLate: true })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })

    await settleOrderPayments(setting.shop, { orderId })

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })

  test('a refused card fails the payment, and the shopper is told; a second choice is too late', async ({
    db,
  }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId: paymentId } = await anOpenPayment(setting, orderId, 'sandbox')

    await visitSandboxBank(setting.shop, { paymentId, answer: 'refused', isLate: false })
    const again = await visitSandboxBank(setting.shop, { paymentId, answer: 'paid', isLate: false })

    expect(again).toEqual({ ok: false, reason: 'over' })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_failed' })
    expect(await announcementsIn(db)).toContainEqual({ type: 'order.payment-failed', orderId })
  })

  test('knows no payment that was not opened', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const visit = await visitSandboxBank(setting.shop, {
      paymentId: 'made-up',
      answer: 'paid',
      isLate: false,
    })
    expect(visit).toEqual({ ok: false, reason: 'unknown-payment' })
  })
})
