import type { Database } from '~/platform/db.server'
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
import { charges, webhookInbox } from '../payment-tables.server'

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
