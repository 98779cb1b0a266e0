import { eq, sql } from 'drizzle-orm'
import { findOrder } from '~/orders/order-queries.server'
import type { Database } from '~/platform/db.server'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  letMinutesPass,
  moneyOf,
  stateOf,
  wishFor,
} from '../../tests/payments/a-shop-with-banks'
import { describe, expect, test } from '../../tests/shop-test'
import { findAttempt, listAttemptsToClose } from './attempt-queries.server'
import { gatewaysTaking } from './gateways-taking'
import { paymentAttempts } from './payment-tables.server'
import { startPayment } from './start-payment.server'

const CREATE = /POST \/v1\/checkout\/sessions$/

test('a payment that begins moves the order into payment and sends the shopper to the bank', async ({
  db,
}) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)

  const started = await startPayment(setting.shop, wishFor(orderId))

  const [session] = [...setting.stripe.books.sessions.values()]
  expect(started).toMatchObject({ ok: true, redirect: { url: session?.url } })
  expect(session).toMatchObject({
    amount_total: 4990,
    success_url: `http://shop.test/checkout/return/${orderId}?token=t`,
  })
  expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
})

describe('A-129: Pay is clicked again and again', () => {
  test('ten times at once: one order in payment, one session, one page', async ({ ownDb }) => {
    await using setting = await aShopWithBanks(ownDb)
    const { orderId } = await anUnpaidOrder(ownDb)

    const clicks = Array.from({ length: 10 }, () => startPayment(setting.shop, wishFor(orderId)))
    const outcomes = await Promise.all(clicks)

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes[0]?.ok).toBe(true)
    expect(setting.stripe.books.sessions.size).toBe(1)
  })

  test('after coming back from the bank: the same page', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const first = await anOpenPayment(setting, orderId)

    expect(await startPayment(setting.shop, wishFor(orderId))).toMatchObject({ redirect: first.redirect })
    expect(setting.stripe.books.sessions.size).toBe(1)
  })

  test('after most of the session’s time: a new page, the old one closed', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)
    await letMinutesPass(db, orderId, 25)

    await anOpenPayment(setting, orderId)

    expect([...setting.stripe.books.sessions.values()].map(({ status }) => status)).toEqual([
      'expired',
      'open',
    ])
  })

  test('another gateway: the first page is closed', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)

    const { redirect } = await anOpenPayment(setting, orderId, 'paybox')

    expect(redirect).toHaveProperty('form.action', setting.paybox.url)
    expect([...setting.stripe.books.sessions.values()].map(({ status }) => status)).toEqual(['expired'])
  })

  test('another gateway, but the first page was paid a moment ago: that payment counts', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    setting.stripe.pay(sessionId)

    const started = await startPayment(setting.shop, wishFor(orderId, 'paybox'))

    expect(started).toEqual({ ok: false, reason: 'already-paid' })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })
})

describe('R-14: the bank is slow, away, or its answer is lost', () => {
  test('no answer: the shopper is told, and the next click opens the one session of the same attempt', async ({
    db,
  }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    setting.stripe.failNext(CREATE, { kind: 'answer-lost' }, { kind: 'answer-lost' }, { kind: 'answer-lost' })

    const first = await startPayment(setting.shop, wishFor(orderId))
    const second = await startPayment(setting.shop, wishFor(orderId))

    expect(first).toEqual({ ok: false, reason: 'gateway-unreachable' })
    expect(second).toMatchObject({ ok: true })
    expect(setting.stripe.books.sessions.size).toBe(1)
    expect(await attemptsOf(db, orderId)).toEqual(['open'])
  })

  test('a fault of the bank’s own: declined, and the next click is a new attempt', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    setting.stripe.failNext(CREATE, { kind: 'status', status: 500 })

    const first = await startPayment(setting.shop, wishFor(orderId))
    const second = await startPayment(setting.shop, wishFor(orderId))

    expect(first).toEqual({ ok: false, reason: 'gateway-declined' })
    expect(second).toMatchObject({ ok: true })
    expect(await attemptsOf(db, orderId)).toEqual(['failed', 'open'])
  })

  test('a retry that comes too late for its attempt begins a new one by itself', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    setting.stripe.failNext(CREATE, ...Array.from({ length: 3 }, () => ({ kind: 'drop' }) as const))
    await startPayment(setting.shop, wishFor(orderId))
    await letMinutesPass(db, orderId, 10)

    expect(await startPayment(setting.shop, wishFor(orderId))).toMatchObject({ ok: true })
    expect(await attemptsOf(db, orderId)).toEqual(['failed', 'open'])
  })

  test('while Stripe is away Paybox takes the money', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    setting.stripe.failNext(CREATE, ...Array.from({ length: 3 }, () => ({ kind: 'drop' }) as const))
    await startPayment(setting.shop, wishFor(orderId))

    expect(await startPayment(setting.shop, wishFor(orderId, 'paybox'))).toMatchObject({ ok: true })
  })

  test('no database connection waits for the bank', async ({ ownDb }) => {
    await using setting = await aShopWithBanks(ownDb)
    const { orderId } = await anUnpaidOrder(ownDb)
    setting.stripe.failNext(CREATE, { kind: 'answer-late', ms: 250 })

    const started = startPayment(setting.shop, wishFor(orderId))
    await expect.poll(() => setting.stripe.books.sessions.size).toBe(1)
    const [idle] = await ownDb.execute(sql`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`)

    expect(idle).toEqual({ count: 0 })
    expect(await started).toMatchObject({ ok: true })
  })
})

describe('what is refused', () => {
  test('an order that is paid, or cancelled, or not there', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)
    await setting.tellFromStripe(setting.stripe.pay(sessionId))

    expect(await startPayment(setting.shop, wishFor(orderId))).toEqual({ ok: false, reason: 'already-paid' })
    const nobody = '0198a000-0000-7000-8000-000000000001'
    expect(await startPayment(setting.shop, wishFor(nobody))).toEqual({ ok: false, reason: 'unknown-order' })
    expect((await moneyOf(db, orderId)).taken).toEqual([{ role: 'payment', cents: 4990 }])
  })

  test('A-131: twenty refused cards in an hour', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db, { email: 'carder@example.com' })
    const { sessionId } = await anOpenPayment(setting, orderId)
    for (let card = 0; card < 20; card++) await setting.tellFromStripe(setting.stripe.refuseCard(sessionId))
    const another = await anUnpaidOrder(db, { email: 'Carder@example.com' })
    const innocent = await anUnpaidOrder(db, { email: 'somebody@example.com' })

    expect(await startPayment(setting.shop, wishFor(another.orderId))).toEqual({
      ok: false,
      reason: 'too-many-refusals',
      retryAfterSeconds: 3600,
    })
    expect(await startPayment(setting.shop, wishFor(innocent.orderId))).toMatchObject({ ok: true })
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
    expect(await listAttemptsToClose(db), 'the page on which they were tried out is closed').toMatchObject([
      { sessionId },
    ])
  })

  test('twenty refused cards from one client, whatever e-mails were given', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const startedFrom = 'one client'
    const start = async (email: string, from: string | null = startedFrom) => {
      const { orderId } = await anUnpaidOrder(db, { email })
      return {
        orderId,
        outcome: await startPayment(setting.shop, { ...wishFor(orderId), startedFrom: from }),
      }
    }
    for (let card = 0; card < 20; card++) {
      const { orderId } = await start(`carder-${card}@example.com`)
      const { sessionId } = await anOpenPayment(setting, orderId)
      await setting.tellFromStripe(setting.stripe.refuseCard(sessionId))
    }

    expect((await start('another@example.com')).outcome).toMatchObject({ reason: 'too-many-refusals' })
    expect((await start('another@example.com', 'elsewhere')).outcome).toMatchObject({ ok: true })
  })

  test('the twenty-first payment that one person begins within an hour', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const email = 'often@example.com'
    const begin = async () => {
      const { orderId } = await anUnpaidOrder(db, { email })
      return startPayment(setting.shop, wishFor(orderId))
    }
    for (let count = 0; count < 20; count++) expect(await begin()).toMatchObject({ ok: true })

    expect(await begin()).toEqual({ ok: false, reason: 'too-many-payments', retryAfterSeconds: 3600 })
  })
})

describe('how long goods wait for the money', () => {
  const minutesLeft = async (db: Database, orderId: string) =>
    Math.round((Number((await findOrder(db, orderId))?.paymentDeadline) - Date.now()) / 60_000)

  test('a second payment prolongs it, a third does not, and its page closes in time', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)
    expect(await minutesLeft(db, orderId)).toBe(30)

    await letMinutesPass(db, orderId, 10)
    await anOpenPayment(setting, orderId, 'sandbox')
    expect(await minutesLeft(db, orderId)).toBe(30)

    await letMinutesPass(db, orderId, 10)
    const { attemptId } = await anOpenPayment(setting, orderId)
    expect(await minutesLeft(db, orderId)).toBe(20)
    const order = await findOrder(db, orderId)
    expect((await findAttempt(db, attemptId))?.expiresAt).toEqual(order?.paymentDeadline)
  })

  test('when it is over no payment begins', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    await anOpenPayment(setting, orderId)
    await letMinutesPass(db, orderId, 10)
    await anOpenPayment(setting, orderId, 'sandbox')
    await letMinutesPass(db, orderId, 28)

    expect(await startPayment(setting.shop, wishFor(orderId))).toEqual({ ok: false, reason: 'no-time-left' })
    expect(await attemptsOf(db, orderId)).toHaveLength(2)
  })
})

async function attemptsOf(db: Parameters<typeof moneyOf>[0], orderId: string) {
  const attempts = await db
    .select({ status: paymentAttempts.status })
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, orderId))
    .orderBy(paymentAttempts.id)
  return attempts.map(({ status }) => status)
}

describe('an amount that a bank does not take', () => {
  test('is told before the bank is asked, and the order waits for another way to be paid', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db, { priceCents: 49 })

    expect(await startPayment(setting.shop, wishFor(orderId, 'stripe'))).toEqual({
      ok: false,
      reason: 'amount-not-taken',
      leastCents: 50,
      mostCents: 99_999_999,
    })
    expect(setting.stripe.books.sessions.size).toBe(0)
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'pending' })
    expect(await startPayment(setting.shop, wishFor(orderId, 'paybox'))).toMatchObject({ ok: true })
  })

  test('the banks that take it are offered, with what all of them would take', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const offered = (cents: number) => gatewaysTaking(setting.shop.gateways, cents).offered

    expect(offered(49)).toEqual(['paybox', 'sandbox'])
    expect(offered(50)).toEqual(['stripe', 'paybox', 'sandbox'])
    expect(offered(100_000_000)).toEqual([])
    expect(gatewaysTaking(setting.shop.gateways, 49)).toMatchObject({ leastCents: 1, mostCents: 99_999_999 })
  })
})
