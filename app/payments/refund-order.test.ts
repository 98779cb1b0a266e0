import { eq } from 'drizzle-orm'
import { creditNotes } from '~/billing/paper-tables.server'
import { announcementsIn } from '../../tests/a-shop'
import { brokenInvariants } from '../../tests/invariants'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  enterPaybox,
  moneyOf,
  type ShopWithBanks,
  stateOf,
} from '../../tests/payments/a-shop-with-banks'
import { describe, expect, test } from '../../tests/shop-test'
import { refunds } from './payment-tables.server'
import { refundOrder } from './refund-order.server'
import { concludeRefund } from './refunds/conclude-refund.server'
import { sendPendingRefunds } from './send-pending-refunds.server'

const why = { reason: 'did-not-fit' }

test('a full refund: the bank pays back, a credit note is issued, the order is refunded', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const orderId = await aPaidOrder(setting)

  expect(await refundOrder(db, { orderId, amountCents: 4990, ...why })).toMatchObject({ ok: true })
  expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  await sendPendingRefunds(setting.shop)

  expect(setting.stripe.books.balance()).toMatchObject([{ captured: 4990, refunded: 4990 }])
  expect(await stateOf(db, orderId)).toMatchObject({ state: 'refunded' })
  expect(await db.select({ cents: creditNotes.totalCents }).from(creditNotes)).toEqual([{ cents: 4990 }])
  expect(await announcementsIn(db)).toContainEqual(
    expect.objectContaining({ type: 'payment.refunded', orderId }),
  )
})

test('a partial refund leaves the order as it is', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const orderId = await aPaidOrder(setting)

  await refundOrder(db, { orderId, amountCents: 1000, ...why })
  await sendPendingRefunds(setting.shop)

  expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  expect((await moneyOf(db, orderId)).givenBack).toEqual([
    { status: 'confirmed', cents: 1000, reason: 'did-not-fit' },
  ])
})

describe('A-130: what is refused', () => {
  test.for([0, -1, 1.5, Number.NaN, 2 ** 53])('%d cents', async (amountCents, { db }) => {
    await using setting = await aShopWithBanks(db)
    const orderId = await aPaidOrder(setting)
    expect(await refundOrder(db, { orderId, amountCents, ...why })).toEqual({
      ok: false,
      reason: 'wrong-amount',
    })
  })

  test('more than was taken, refunds under way included', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const orderId = await aPaidOrder(setting)
    await refundOrder(db, { orderId, amountCents: 4000, ...why })

    const more = await refundOrder(db, { orderId, amountCents: 991, ...why })

    expect(more).toEqual({ ok: false, reason: 'more-than-captured', leftCents: 990 })
  })

  test('an order that was not paid, or is not there', async ({ db }) => {
    const { orderId } = await anUnpaidOrder(db)
    const nobody = '0198a000-0000-7000-8000-000000000001'
    expect(await refundOrder(db, { orderId, amountCents: 1, ...why })).toEqual({
      ok: false,
      reason: 'not-paid',
    })
    expect(await refundOrder(db, { orderId: nobody, amountCents: 1, ...why })).toEqual({
      ok: false,
      reason: 'unknown-order',
    })
  })

  test('ten full refunds at once: one', async ({ ownDb, ownDbUrl }) => {
    await using setting = await aShopWithBanks(ownDb)
    const orderId = await aPaidOrder(setting)

    const clicks = Array.from({ length: 10 }, () =>
      refundOrder(ownDb, { orderId, amountCents: 4990, ...why }),
    )
    const outcomes = await Promise.all(clicks)
    await Promise.all([1, 2, 3].map(() => sendPendingRefunds(setting.shop)))

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(setting.stripe.books.balance()).toMatchObject([{ captured: 4990, refunded: 4990 }])
    expect(await brokenInvariants(ownDbUrl)).toEqual([])
  })

  test('two refunds of sixty percent at once: one', async ({ ownDb }) => {
    await using setting = await aShopWithBanks(ownDb)
    const orderId = await aPaidOrder(setting)

    const outcomes = await Promise.all(
      [1, 2].map(() => refundOrder(ownDb, { orderId, amountCents: 2994, ...why })),
    )

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })
})

describe('when the bank does not help', () => {
  test('Stripe away: asked again later, paid back once', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const orderId = await aPaidOrder(setting)
    await refundOrder(db, { orderId, amountCents: 4990, ...why })
    const lost = Array.from({ length: 3 }, () => ({ kind: 'answer-lost' }) as const)
    setting.stripe.failNext(/refunds/, ...lost)

    await sendPendingRefunds(setting.shop)
    expect((await moneyOf(db, orderId)).givenBack).toMatchObject([{ status: 'pending' }])
    await sendPendingRefunds(setting.shop)

    expect((await moneyOf(db, orderId)).givenBack).toMatchObject([{ status: 'confirmed' }])
    expect(setting.stripe.books.refunds).toHaveLength(1)
  })

  test('Paybox’s answer lost: never asked again by itself, staff are called', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
    await setting.tellFromPaybox(setting.paybox.accept(visit))
    await refundOrder(db, { orderId, amountCents: 1000, ...why })
    setting.paybox.failDirect({ kind: 'answer-lost' })

    await sendPendingRefunds(setting.shop)
    await sendPendingRefunds(setting.shop)

    expect(setting.paybox.transactions).toMatchObject([{ refundedCents: 1000 }])
    expect(await stateOf(db, orderId)).toEqual({ state: 'paid', attention: 'refund-failed' })
    expect(await announcementsIn(db)).toContainEqual(
      expect.objectContaining({ trouble: 'refund-failed', orderId }),
    )
  })

  test('a worker that was stopped in the middle and wakes: what it does not know is not written, what was paid is', async ({
    db,
  }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await setting.tellFromPaybox(
      setting.paybox.accept(enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))),
    )
    const refund = await refundOrder(db, { orderId, amountCents: 1000, ...why })
    if (!refund.ok) throw new Error(refund.reason)
    const { refundId } = refund
    const [sleepers, others] = [new Date('2026-11-20T06:00:00Z'), new Date('2026-11-20T06:03:00Z')]
    await db.update(refunds).set({ sentAt: others }).where(eq(refunds.id, refundId))

    const unreached = { ok: false, reason: 'unreachable', detail: 'no answer' } as const
    expect(await concludeRefund(db, { refundId, outcome: unreached, sentAt: sleepers })).toMatchObject({
      effect: 'nothing-to-do',
    })
    expect(await db.select({ sentAt: refunds.sentAt }).from(refunds)).toEqual([{ sentAt: others }])

    await sendPendingRefunds(setting.shop)
    expect((await moneyOf(db, orderId)).givenBack).toMatchObject([{ status: 'failed' }])
    const made = { ok: true, gatewayRefundId: '77', state: 'succeeded' } as const
    expect(await concludeRefund(db, { refundId, outcome: made, sentAt: sleepers })).toMatchObject({
      effect: 'confirmed',
    })
    expect((await moneyOf(db, orderId)).givenBack).toMatchObject([{ status: 'confirmed', cents: 1000 }])
  })

  test('Stripe says later that it is done: the event concludes it, once', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const orderId = await aPaidOrder(setting)
    const refund = await refundOrder(db, { orderId, amountCents: 4990, ...why })
    if (!refund.ok) throw new Error(refund.reason)
    await db.update(refunds).set({ gatewayRefundId: 're_1' }).where(eq(refunds.id, refund.refundId))
    const event = { id: 're_1', status: 'succeeded', metadata: { refund_id: refund.refundId } }

    expect(await tellRefund(setting, event)).toEqual({ ok: true, effect: 'confirmed' })
    expect(await tellRefund(setting, event)).toEqual({ ok: true, effect: 'nothing-to-do' })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'refunded' })
  })

  test('Stripe says later that the money came back: staff are called once, the credit note stands', async ({
    db,
  }) => {
    await using setting = await aShopWithBanks(db)
    const orderId = await aPaidOrder(setting)
    const refund = await refundOrder(db, { orderId, amountCents: 1000, ...why })
    if (!refund.ok) throw new Error(refund.reason)
    await sendPendingRefunds(setting.shop)
    const [made] = setting.stripe.books.refunds
    const event = { id: made?.id, status: 'failed', metadata: { refund_id: refund.refundId } }

    expect(await tellRefund(setting, event)).toEqual({ ok: true, effect: 'came-back' })
    expect(await tellRefund(setting, event)).toEqual({ ok: true, effect: 'nothing-to-do' })

    expect((await moneyOf(db, orderId)).givenBack).toMatchObject([{ status: 'confirmed', cents: 1000 }])
    expect(await stateOf(db, orderId)).toEqual({ state: 'paid', attention: 'refund-failed' })
    const alarms = (await announcementsIn(db)).filter((one) => JSON.stringify(one).includes('refund-failed'))
    expect(alarms).toMatchObject([{ type: 'payment.attention', orderId }])
  })

  test('a refund made by hand at the bank is shown to staff', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    expect(await tellRefund(setting, { id: 're_hand', status: 'succeeded', metadata: {} })).toEqual({
      ok: true,
      effect: 'unknown-refund',
    })
  })
})

async function aPaidOrder(setting: ShopWithBanks) {
  const { orderId } = await anUnpaidOrder(setting.shop.db)
  const { sessionId } = await anOpenPayment(setting, orderId)
  await setting.tellFromStripe(setting.stripe.pay(sessionId))
  return orderId
}

function tellRefund({ tellFromStripe, stripe }: ShopWithBanks, refund: Record<string, unknown>) {
  return tellFromStripe(stripe.makeEvent('refund.updated', refund))
}
