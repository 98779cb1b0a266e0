import { releaseExpiredReservations } from '~/inventory/release-reservations.server'
import { newId } from '~/platform/ids.server'
import { brokenInvariants } from '../../tests/invariants'
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
import { shuffled, strayMoney } from '../../tests/payments/books'
import { describe, expect, test } from '../../tests/shop-test'
import { makeEvent } from '../../tests/stand-ins/stripe-stand-in'
import { closeOrderPayments, closeOverduePayments } from './close-payments.server'
import { sendPendingRefunds } from './send-pending-refunds.server'
import { settleOrderPayments } from './settle-payment.server'
import { startPayment } from './start-payment.server'

const PAID_ONCE = { taken: [{ role: 'payment', cents: 4990 }], givenBack: [] }
const STORM_OF = Number(process.env.STORM_OF ?? 160)
const SEED = Number(process.env.SEED ?? 20_261_120)

describe('A-109: one payment told many times at once', () => {
  test('fifty copies of one event: one is applied', async ({ ownDb, ownDbUrl }) => {
    await using setting = await aShopWithBanks(ownDb)
    const { orderId } = await anUnpaidOrder(ownDb)
    const { sessionId } = await anOpenPayment(setting, orderId)
    const event = setting.stripe.pay(sessionId)

    const told = await Promise.all(Array.from({ length: 50 }, () => setting.tellFromStripe(event)))

    expect(told.filter(({ effect }) => effect === 'order-paid')).toHaveLength(1)
    expect(told.filter(({ effect }) => effect === 'already-received')).toHaveLength(49)
    expect(await moneyOf(ownDb, orderId)).toEqual(PAID_ONCE)
    expect(await brokenInvariants(ownDbUrl)).toEqual([])
  })

  test('five events of one session, and the shopper’s return: one charge', async ({ ownDb, ownDbUrl }) => {
    await using setting = await aShopWithBanks(ownDb)
    const { orderId } = await anUnpaidOrder(ownDb)
    const { sessionId } = await anOpenPayment(setting, orderId)
    const event = setting.stripe.pay(sessionId)

    await Promise.all([
      ...[1, 2, 3, 4, 5].map((copy) => setting.tellFromStripe({ ...event, id: `evt_${copy}` })),
      settleOrderPayments(setting.shop, { orderId }),
      settleOrderPayments(setting.shop, { orderId }),
    ])

    expect(await moneyOf(ownDb, orderId)).toEqual(PAID_ONCE)
    expect(await brokenInvariants(ownDbUrl)).toEqual([])
  })
})

test('S-07: the clean-up of reservations leaves the goods of an order in payment alone', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db, { onHand: 1 })
  const { sessionId } = await anOpenPayment(setting, orderId)
  await letMinutesPass(db, orderId, 120)

  await releaseExpiredReservations(db)

  await setting.tellFromStripe(setting.stripe.pay(sessionId))
  expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
})

test('S-10: told of the payment before the answer to the opening was here', async ({ ownDb, ownDbUrl }) => {
  await using setting = await aShopWithBanks(ownDb)
  const { orderId } = await anUnpaidOrder(ownDb)
  setting.stripe.failNext(/POST \/v1\/checkout\/sessions$/, { kind: 'answer-late', ms: 250 })

  const started = startPayment(setting.shop, wishFor(orderId))
  await expect.poll(() => setting.stripe.books.sessions.size).toBe(1)
  const [sessionId = ''] = [...setting.stripe.books.sessions.keys()]
  const told = await setting.tellFromStripe(setting.stripe.pay(sessionId))

  expect(told).toEqual({ ok: true, effect: 'order-paid' })
  expect(await started).toEqual({ ok: false, reason: 'already-paid' })
  expect(await moneyOf(ownDb, orderId)).toEqual(PAID_ONCE)
  expect(await brokenInvariants(ownDbUrl)).toEqual([])
})

describe('R-15, S-03: paid at the very moment of the deadline', () => {
  test.for(['pays first', 'job first', 'at once'] as const)('%s', async (who, { ownDb, ownDbUrl }) => {
    await using setting = await aShopWithBanks(ownDb)
    const rounds = await Promise.all(Array.from({ length: 12 }, () => anOverduePayment()))

    async function anOverduePayment() {
      const { orderId } = await anUnpaidOrder(ownDb)
      const { sessionId } = await anOpenPayment(setting, orderId)
      await letMinutesPass(ownDb, orderId, 31)
      return { orderId, sessionId }
    }
    const pays = ({ sessionId }: { sessionId: string }) => {
      const { status } = setting.stripe.books.find(sessionId)
      return status === 'open' ? setting.tellFromStripe(setting.stripe.pay(sessionId)) : undefined
    }
    const everybodyPays = () => Promise.all(rounds.map(pays))

    if (who === 'pays first') await everybodyPays()
    const job = closeOverduePayments(setting.shop)
    if (who === 'job first') await job
    await Promise.all([job, everybodyPays()])
    await closeOverduePayments(setting.shop)
    await sendPendingRefunds(setting.shop)

    const states = await Promise.all(
      rounds.map(async ({ orderId }) => (await stateOf(ownDb, orderId))?.state),
    )
    expect(states.filter((state) => state !== 'paid' && state !== 'cancelled')).toEqual([])
    if (who === 'pays first') expect(states).not.toContain('cancelled')
    if (who === 'job first') expect(states).not.toContain('paid')
    expect(await strayMoney(setting)).toEqual([])
    expect(await brokenInvariants(ownDbUrl)).toEqual([])
  })

  test('told two hours late, after the cancellation at Paybox: the money goes back', async ({
    ownDb,
    ownDbUrl,
  }) => {
    await using setting = await aShopWithBanks(ownDb)
    const { orderId } = await anUnpaidOrder(ownDb)
    const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
    await letMinutesPass(ownDb, orderId, 120)
    await closeOverduePayments(setting.shop)

    await setting.tellFromPaybox(setting.paybox.accept(visit))
    await sendPendingRefunds(setting.shop)

    expect(await stateOf(ownDb, orderId)).toMatchObject({ state: 'cancelled' })
    expect(await strayMoney(setting)).toEqual([])
    expect(await brokenInvariants(ownDbUrl)).toEqual([])
  })
})

test('S-05: the customer cancels while paying: paid, or closed, never both', async ({ ownDb, ownDbUrl }) => {
  await using setting = await aShopWithBanks(ownDb)
  for (let round = 0; round < 12; round++) {
    const { orderId } = await anUnpaidOrder(ownDb)
    const { sessionId } = await anOpenPayment(setting, orderId)

    const cancels = closeOrderPayments(setting.shop, { orderId })
    if (round % 3 === 1) await new Promise((resolve) => setTimeout(resolve, 3))
    const isOpen = setting.stripe.books.find(sessionId).status === 'open'
    if (isOpen) await setting.tellFromStripe(setting.stripe.pay(sessionId))
    const outcome = await cancels

    const state = (await stateOf(ownDb, orderId))?.state
    expect([outcome.ok, state]).toEqual(isOpen ? [false, 'paid'] : [true, 'payment_pending'])
  }
  expect(await strayMoney(setting)).toEqual([])
  expect(await brokenInvariants(ownDbUrl)).toEqual([])
})

describe('R-16, S-08: one order paid at two banks', () => {
  test('told at once: one charge pays, the other goes back', async ({ ownDb, ownDbUrl }) => {
    await using setting = await aShopWithBanks(ownDb)
    for (let round = 0; round < 8; round++) {
      const { orderId } = await anUnpaidOrder(ownDb)
      const visit = enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox'))
      const { sessionId } = await anOpenPayment(setting, orderId, 'stripe')

      await Promise.all([
        setting.tellFromPaybox(setting.paybox.accept(visit)),
        setting.tellFromStripe(setting.stripe.pay(sessionId)),
      ])

      const { taken } = await moneyOf(ownDb, orderId)
      expect(taken.map(({ role }) => role).sort()).toEqual(['payment', 'surplus'])
    }
    await sendPendingRefunds(setting.shop)

    expect(await strayMoney(setting)).toEqual([])
    expect(await brokenInvariants(ownDbUrl)).toEqual([])
  })

  test('two tabs choose two banks at once: one page at most is shown, and the other is closed', async ({
    ownDb,
  }) => {
    await using setting = await aShopWithBanks(ownDb)
    const { orderId } = await anUnpaidOrder(ownDb)

    const outcomes = await Promise.all([
      startPayment(setting.shop, wishFor(orderId, 'stripe')),
      startPayment(setting.shop, wishFor(orderId, 'sandbox')),
    ])
    await closeOverduePayments(setting.shop)

    const lastWord = outcomes.filter((outcome) => outcome.ok)
    expect(lastWord.length).toBeGreaterThan(0)
    const open = [...setting.stripe.books.sessions.values()].filter(({ status }) => status === 'open')
    expect(open.length).toBeLessThanOrEqual(1)
  })
})

test('R-04: a storm of notifications, shuffled, repeated, early and late: every order paid once', async ({
  ownDb,
  ownDbUrl,
}) => {
  await using setting = await aShopWithBanks(ownDb)
  const payments: { orderId: string; sessionId: string }[] = []
  for (let batch = 0; batch < STORM_OF / 20; batch++)
    payments.push(
      ...(await Promise.all(
        Array.from({ length: 20 }, async () => {
          const { orderId } = await anUnpaidOrder(ownDb, { email: `${newId()}@example.com` })
          return { orderId, ...(await anOpenPayment(setting, orderId)) }
        }),
      )),
    )
  const news = payments.flatMap(({ sessionId }) => {
    const completed = setting.stripe.pay(sessionId)
    const session = setting.stripe.books.find(sessionId)
    return [
      completed,
      completed,
      completed,
      { ...completed, id: `${completed.id}2` },
      makeEvent('checkout.session.expired', session),
      makeEvent('payment_intent.payment_failed', { metadata: session.metadata }),
    ]
  })
  const queue = shuffled(news, SEED)
  const times: number[] = []
  const deliver = async () => {
    for (let event = queue.pop(); event; event = queue.pop()) {
      const before = performance.now()
      await setting.tellFromStripe(event)
      times.push(performance.now() - before)
    }
  }

  const before = performance.now()
  await Promise.all([...Array.from({ length: 10 }, deliver), returning()])
  const perSecond = times.length / ((performance.now() - before) / 1000)

  async function returning() {
    for (const { orderId } of shuffled(payments, SEED + 1).slice(0, 60))
      await settleOrderPayments(setting.shop, { orderId })
  }
  console.info(`seed ${SEED}: ${times.length} deliveries, ${Math.round(perSecond)} per second`)
  const states = await Promise.all(
    payments.map(async ({ orderId }) => (await stateOf(ownDb, orderId))?.state),
  )
  expect(new Set(states)).toEqual(new Set(['paid']))
  expect(await strayMoney(setting)).toEqual([])
  expect(await brokenInvariants(ownDbUrl)).toEqual([])
}, 300_000)
