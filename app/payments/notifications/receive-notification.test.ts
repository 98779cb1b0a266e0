import { invoices } from '~/billing/paper-tables.server'
import { announcementsIn } from '../../../tests/a-shop'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  enterPaybox,
  letMinutesPass,
  moneyOf,
  stateOf,
} from '../../../tests/payments/a-shop-with-banks'
import { describe, expect, test } from '../../../tests/shop-test'
import { makeEvent } from '../../../tests/stand-ins/stripe-stand-in'
import { closeOverduePayments } from '../close-payments.server'

const paid = { taken: [{ role: 'payment', cents: 4990 }], givenBack: [] }

test('a payment told by the bank pays the order and issues its invoice', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)
  const { sessionId } = await anOpenPayment(setting, orderId)

  expect(await setting.tellFromStripe(setting.stripe.pay(sessionId))).toEqual({
    ok: true,
    effect: 'order-paid',
  })

  expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  expect(await moneyOf(db, orderId)).toEqual(paid)
  expect(await db.select({ totalCents: invoices.totalCents }).from(invoices)).toEqual([{ totalCents: 4990 }])
  expect(await announcementsIn(db)).toContainEqual({ type: 'order.paid', orderId })
})

describe('S-01: the same news again', () => {
  test('one event twice: the second copy does nothing', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    const event = setting.stripe.pay(sessionId)
    await setting.tellFromStripe(event)

    expect(await setting.tellFromStripe(event)).toEqual({ ok: true, effect: 'already-received' })
    expect(await moneyOf(db, orderId)).toEqual(paid)
  })

  test('two events of one session: the second finds the charge recorded', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    const event = setting.stripe.pay(sessionId)
    await setting.tellFromStripe(event)

    const again = await setting.tellFromStripe({ ...event, id: 'evt_another' })

    expect(again).toEqual({ ok: true, effect: 'already-recorded' })
    expect(await moneyOf(db, orderId)).toEqual(paid)
  })
})

describe('S-04: money for an order that is cancelled', () => {
  test('is recorded, goes back by itself, and the shopper is told; the order is not revived', async ({
    db,
  }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
    const query = setting.paybox.accept(visit)
    // The bank was slow to write its books: asked at the deadline, it knew of nothing.
    setting.paybox.transactions.length = 0
    await letMinutesPass(db, orderId, 50)
    await closeOverduePayments(setting.shop)
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'cancelled' })

    expect(await setting.tellFromPaybox(query)).toEqual({ ok: true, effect: 'refund-due' })

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'cancelled' })
    expect(await moneyOf(db, orderId)).toEqual({
      taken: [{ role: 'surplus', cents: 4990 }],
      givenBack: [{ status: 'pending', cents: 4990, reason: 'came-too-late' }],
    })
    expect(await announcementsIn(db)).toContainEqual(
      expect.objectContaining({ type: 'payment.late', orderId }),
    )
  })
})

describe('S-08: an order paid twice', () => {
  test('the first charge counts, the second goes back and staff are told', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
    const atPaybox = setting.paybox.accept(visit)
    const { sessionId } = await anOpenPayment(setting, orderId, 'stripe')
    await setting.tellFromStripe(setting.stripe.pay(sessionId))

    expect(await setting.tellFromPaybox(atPaybox)).toEqual({ ok: true, effect: 'refund-due' })

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
    expect(await moneyOf(db, orderId)).toEqual({
      taken: [
        { role: 'payment', cents: 4990 },
        { role: 'surplus', cents: 4990 },
      ],
      givenBack: [{ status: 'pending', cents: 4990, reason: 'paid-twice' }],
    })
    expect(await announcementsIn(db)).toContainEqual(
      expect.objectContaining({ type: 'payment.attention', trouble: 'double', orderId }),
    )
  })
})

describe('S-09, A-110: news in the wrong order', () => {
  test('expired after paid changes nothing', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    await setting.tellFromStripe(setting.stripe.pay(sessionId))

    const session = setting.stripe.books.find(sessionId)
    const late = makeEvent('checkout.session.expired', {
      ...session,
      status: 'expired',
      payment_status: 'unpaid',
    })

    expect(await setting.tellFromStripe(late)).toEqual({ ok: true, effect: 'nothing-to-do' })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })

  test('paid after expired pays: the failure was told of first, and was not the end', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    const session = { ...setting.stripe.books.find(sessionId), status: 'expired' }
    await setting.tellFromStripe(makeEvent('checkout.session.expired', session))
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_failed' })

    await setting.tellFromStripe(setting.stripe.pay(sessionId))

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
    expect(await moneyOf(db, orderId)).toEqual(paid)
  })

  test('R-06: at Paybox a refused card, then an accepted one, for the same reference', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))

    expect(await setting.tellFromPaybox(setting.paybox.tell(visit, '00151'))).toMatchObject({
      effect: 'card-refused',
    })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
    expect(await setting.tellFromPaybox(setting.paybox.tell(visit, '99999'))).toMatchObject({
      effect: 'waiting',
    })
    expect(await setting.tellFromPaybox(setting.paybox.accept(visit))).toMatchObject({ effect: 'order-paid' })
  })

  test('cancelled at the bank is a payment that failed; the shopper may begin again', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
    await setting.tellFromPaybox(setting.paybox.tell(visit, '00001'))
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_failed' })

    const { sessionId } = await anOpenPayment(setting, orderId)
    await setting.tellFromStripe(setting.stripe.pay(sessionId))

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })

  test('a session that the shop closed itself does not fail the order', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    await anOpenPayment(setting, orderId, 'paybox')

    await setting.tellFromStripe(makeEvent('checkout.session.expired', setting.stripe.books.find(sessionId)))

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
  })
})
