import { invoices } from '~/billing/invoice-tables.server'
import type { Database } from '~/platform/db.server'
import { announcementsIn } from '../../tests/a-shop'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  enterPaybox,
  letMinutesPass,
  moneyOf,
  stateOf,
} from '../../tests/payments/a-shop-with-banks'
import { describe, expect, test } from '../../tests/shop-test'
import { makeEvent } from '../../tests/stand-ins/stripe-stand-in'
import { closeOverduePayments } from './close-overdue-payments.server'
import { charges, webhookInbox } from './payment-tables.server'

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
    const session = { ...setting.stripe.books.find(sessionId) }
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

describe('S-11, A-111: another amount than was asked for', () => {
  test.for([4989, 4991])(
    '%i cents instead of 4990: recorded, not paid, staff decide',
    async (cents, { db }) => {
      await using setting = await aShopWithBanks(db)
      const { orderId } = await anUnpaidOrder(db)
      const { sessionId } = await anOpenPayment(setting, orderId)
      const event = setting.stripe.pay(sessionId)

      const told = await setting.tellFromStripe({
        ...event,
        data: { object: { ...event.data.object, amount_total: cents } },
      })

      expect(told).toEqual({ ok: true, effect: 'mismatch' })
      expect(await stateOf(db, orderId)).toEqual({ state: 'payment_pending', attention: 'payment-mismatch' })
      expect(await moneyOf(db, orderId)).toEqual({ taken: [{ role: 'mismatch', cents }], givenBack: [] })

      await letMinutesPass(db, orderId, 60)
      await closeOverduePayments(setting.shop)
      expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
    },
  )

  test('another currency is a mismatch too, and nothing taken is no charge', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    const event = setting.stripe.pay(sessionId)
    const as = (change: object) => ({
      ...event,
      id: `evt_${Object.keys(change)}`,
      data: { object: { ...event.data.object, ...change } },
    })

    expect(await setting.tellFromStripe(as({ amount_total: 0 }))).toMatchObject({ effect: 'mismatch' })
    expect((await moneyOf(db, orderId)).taken).toEqual([])
    expect(await setting.tellFromStripe(as({ currency: 'usd' }))).toMatchObject({ effect: 'mismatch' })
    expect((await moneyOf(db, orderId)).taken).toEqual([{ role: 'mismatch', cents: 4990 }])
  })

  test('at Paybox: rightly signed over another amount', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
    const query = setting.paybox.tell(visit, '00000', { Auto: 'XXXXXX', Trans: '12', Appel: '13', Mt: '1' })

    expect(await setting.tellFromPaybox(query)).toMatchObject({ effect: 'mismatch' })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
  })
})

describe('A-112: news of something that is not ours', () => {
  test.for([
    ['no reference at all', null],
    ['an attempt that does not exist', '0198a000-0000-7000-8000-000000000001'],
    ['markup and a NUL', '<script>alert(1)</script>\u0000'],
    ['half a character', '\ud800'],
  ] as const)('%s: 200, a call for staff, no order touched', async ([, reference], { db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)

    const told = await setting.tellFromStripe(aStrayPayment({ client_reference_id: reference }))

    expect(told).toEqual({ ok: true, effect: 'unknown-charge' })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
    expect(await roles(db)).toEqual(['unknown'])
  })

  test('a reference of 500 characters is unreadable; staff are called, Stripe is answered', async ({
    db,
  }) => {
    await using setting = await aShopWithBanks(db)

    const told = await setting.tellFromStripe(aStrayPayment({ client_reference_id: 'x'.repeat(500) }))

    expect(told).toEqual({ ok: true, effect: 'unreadable' })
    expect(await announcementsIn(db)).toContainEqual(
      expect.objectContaining({ trouble: 'unreadable-notification' }),
    )
  })

  test('A-114: a kind of event that the shop does not know is kept and ignored', async ({ db }) => {
    await using setting = await aShopWithBanks(db)

    expect(await setting.tellFromStripe(makeEvent('customer.created', { id: 'cus_1' }))).toEqual({
      ok: true,
      effect: 'ignored',
    })
    expect(await db.select({ outcome: webhookInbox.outcome }).from(webhookInbox)).toEqual([
      { outcome: 'ignored' },
    ])
  })
})

function aStrayPayment(fields: Record<string, unknown>) {
  return makeEvent('checkout.session.completed', {
    id: 'cs_test_stray',
    payment_status: 'paid',
    amount_total: 4990,
    currency: 'eur',
    payment_intent: 'pi_stray',
    ...fields,
  })
}

async function roles(db: Database) {
  return (await db.select({ role: charges.role }).from(charges)).map(({ role }) => role)
}
