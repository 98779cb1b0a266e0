import { describe, expect, test } from 'vitest'
import { anAttemptToOpen, sessionOfAttempt } from '../../../tests/payments/an-attempt'
import { hasStripeDocument } from '../../../tests/stand-ins/stripe-document'
import { startStripeStandIn } from '../../../tests/stand-ins/stripe-stand-in'
import { withCircuit } from '../bank-calls/with-circuit'
import { openStripeGateway } from './stripe-gateway.server'

if (!hasStripeDocument)
  console.warn('Stripe’s OpenAPI document is absent: the stand-in is not checked against it.')

async function aBank({ timeoutMs }: { timeoutMs?: number } = {}) {
  const bank = await startStripeStandIn()
  const gateway = openStripeGateway({
    secretKey: bank.secretKey,
    webhookSecrets: [bank.webhookSecret],
    apiUrl: bank.url,
    ...(timeoutMs ? { timeoutMs } : {}),
  })
  return { bank, gateway, [Symbol.asyncDispose]: bank.close }
}

const CREATE = /POST \/v1\/checkout\/sessions$/

describe('opening a session', () => {
  test('asks for the amount of the order, line by line, and for our own pages only', async () => {
    await using shop = await aBank()
    const attempt = anAttemptToOpen()

    const opened = await shop.gateway.openSession(attempt)

    const [session] = [...shop.bank.books.sessions.values()]
    expect(opened).toMatchObject({
      ok: true,
      session: { sessionId: session?.id, redirect: { url: session?.url } },
    })
    expect(session).toMatchObject({
      amount_total: 4990,
      currency: 'eur',
      client_reference_id: attempt.attemptId,
      customer_email: 'claire@example.com',
      success_url: attempt.returnUrl,
      cancel_url: attempt.cancelUrl,
    })
  })

  test('a long name is cut between two characters', async () => {
    await using shop = await aBank()
    const name = `${'a'.repeat(249)}🚗 and more`

    const opened = await shop.gateway.openSession(
      anAttemptToOpen({ lines: [{ name, quantity: 1, cents: 4990 }] }),
    )

    expect(opened.ok).toBe(true)
  })

  test('a fault of ours is not told as one of the bank', async () => {
    await using shop = await aBank()
    const attempt = anAttemptToOpen({ orderNumber: 'half a character \ud83d' })

    await expect(shop.gateway.openSession(attempt)).rejects.toThrow('URI malformed')
    expect(shop.bank.books.sessions.size).toBe(0)
  })

  test('a discount that the lines do not show is charged as one line: the total counts', async () => {
    await using shop = await aBank()

    await shop.gateway.openSession(anAttemptToOpen({ amount: { cents: 4491, currency: 'EUR' } }))

    expect([...shop.bank.books.sessions.values()].map((session) => session.amount_total)).toEqual([4491])
  })

  test('the same attempt opens one session, however often it is asked for', async () => {
    await using shop = await aBank()
    const attempt = anAttemptToOpen()

    const outcomes = await Promise.all([1, 2, 3].map(() => shop.gateway.openSession(attempt)))

    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.session.sessionId)).size).toBe(1)
    expect(shop.bank.books.sessions.size).toBe(1)
  })

  test('an answer lost on the way is asked for again with the same key: one session', async () => {
    await using shop = await aBank()
    shop.bank.failNext(CREATE, { kind: 'answer-lost' })

    const opened = await shop.gateway.openSession(anAttemptToOpen())

    expect(opened.ok).toBe(true)
    expect(shop.bank.books.sessions.size).toBe(1)
  })

  test('too many calls, or a fault that is not the stored answer: the same attempt may be tried again', async () => {
    await using shop = await aBank()
    const attempt = anAttemptToOpen()
    shop.bank.failNext(
      CREATE,
      { kind: 'status', status: 429 },
      { kind: 'status', status: 503, isStored: false },
    )

    expect(await shop.gateway.openSession(attempt)).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(await shop.gateway.openSession(attempt)).toMatchObject({ ok: true })
  })

  test('a fault that Stripe stored under the key is final: the next attempt has another key', async () => {
    await using shop = await aBank()
    shop.bank.failNext(CREATE, { kind: 'status', status: 500 })

    expect(await shop.gateway.openSession(anAttemptToOpen())).toMatchObject({ ok: false, reason: 'declined' })
    expect(await shop.gateway.openSession(anAttemptToOpen())).toMatchObject({ ok: true })
  })

  test('an attempt begun too long ago is declined, since its session would be too short', async () => {
    await using shop = await aBank()
    const startedAt = new Date(Date.now() - 5 * 60_000)

    const outcome = await shop.gateway.openSession(anAttemptToOpen({ startedAt }))

    expect(outcome).toMatchObject({ ok: false, reason: 'declined' })
  })

  test('a bank that accepts and never answers is given up in time', async () => {
    await using shop = await aBank()
    shop.bank.failNext(CREATE, ...Array.from({ length: 5 }, () => ({ kind: 'black-hole' }) as const))
    const before = performance.now()

    const outcome = await shop.gateway.openSession(anAttemptToOpen())

    expect(outcome).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(performance.now() - before).toBeLessThan(8_000)
  })

  test('after five calls without answer the bank is left alone, then tried again', async () => {
    await using shop = await aBank()
    let now = 0
    let asked = 0
    const openSession: typeof shop.gateway.openSession = (attempt) => {
      asked += 1
      return shop.gateway.openSession(attempt)
    }
    const gateway = withCircuit({ ...shop.gateway, openSession }, { clock: () => now })
    shop.bank.failNext(CREATE, ...Array.from({ length: 5 }, () => ({ kind: 'status', status: 429 }) as const))

    for (let call = 0; call < 5; call++) await gateway.openSession(anAttemptToOpen())
    expect(await gateway.openSession(anAttemptToOpen())).toMatchObject({ reason: 'unreachable' })
    expect(asked).toBe(5)

    now = 31_000
    expect(await gateway.openSession(anAttemptToOpen())).toMatchObject({ ok: true })
  })

  test('one payment that it never answers is no reason to leave it alone for everybody', async () => {
    await using shop = await aBank()
    const gateway = withCircuit(shop.gateway)
    const stuck = anAttemptToOpen()
    shop.bank.failNext(
      CREATE,
      ...Array.from({ length: 30 }, () => ({ kind: 'status', status: 500, isStored: false }) as const),
    )
    for (let click = 0; click < 8; click++)
      expect(await gateway.openSession(stuck)).toMatchObject({ reason: 'unreachable' })
    shop.bank.faults.length = 0

    expect(await gateway.openSession(anAttemptToOpen())).toMatchObject({ ok: true })
  })

  test('a copy of a call that is under way says nothing against the bank', async () => {
    await using shop = await aBank()
    const gateway = withCircuit(shop.gateway, { failuresAllowed: 1 })
    shop.bank.failNext(CREATE, ...Array.from({ length: 3 }, () => ({ kind: 'status', status: 409 }) as const))

    expect(await gateway.openSession(anAttemptToOpen())).toMatchObject({ reason: 'underway' })
    expect(await gateway.openSession(anAttemptToOpen())).toMatchObject({ ok: true })
  })

  test('a fault of the shop’s own is thrown, not told as the bank’s, and does not count', async () => {
    await using shop = await aBank()
    const gateway = withCircuit(shop.gateway, { failuresAllowed: 1 })
    const unspeakable = anAttemptToOpen({ orderNumber: '\ud83d' })

    await expect(gateway.openSession(unspeakable)).rejects.toThrow(URIError)
    expect(await gateway.openSession(anAttemptToOpen())).toMatchObject({ ok: true })
  })
})

describe('closing and asking', () => {
  test('an open session closes, once and again', async () => {
    await using shop = await aBank()
    const { session } = await opened(shop)

    expect(await shop.gateway.closeSession(session)).toBe('closed')
    expect(await shop.gateway.closeSession(session)).toBe('closed')
    expect(await shop.gateway.askSession(session)).toEqual({ state: 'over' })
  })

  test('a paid session cannot be closed, and says what was taken', async () => {
    await using shop = await aBank()
    const { session } = await opened(shop)
    const { data } = shop.bank.pay(session.sessionId)

    expect(await shop.gateway.closeSession(session)).toBe('already-paid')
    expect(await shop.gateway.askSession(session)).toEqual({
      state: 'paid',
      charge: { gatewayPaymentId: data.object.payment_intent, cents: 4990, currency: 'EUR' },
    })
  })

  test('no answer proves nothing', async () => {
    await using shop = await aBank({ timeoutMs: 100 })
    const { session } = await opened(shop)
    shop.bank.failNext(/./, ...Array.from({ length: 10 }, () => ({ kind: 'drop' }) as const))

    expect(await shop.gateway.closeSession(session)).toBe('unknown')
    expect(await shop.gateway.askSession(session)).toEqual({ state: 'unknown' })
  })
})

describe('giving back', () => {
  test('a refund is made once, also when its answer was lost', async () => {
    await using shop = await aBank()
    const refund = await aPaidCharge(shop)
    shop.bank.failNext(/refunds/, { kind: 'answer-lost' })

    expect(await shop.gateway.refund(refund)).toMatchObject({ ok: true, state: 'succeeded' })
    expect(await shop.gateway.refund(refund)).toMatchObject({ ok: true, state: 'succeeded' })
    expect(shop.bank.books.balance()).toMatchObject([{ captured: 4990, refunded: 4990 }])
  })

  test('more than was taken is declined', async () => {
    await using shop = await aBank()
    const refund = await aPaidCharge(shop)

    const outcome = await shop.gateway.refund({ ...refund, amount: { cents: 4991, currency: 'EUR' } })

    expect(outcome).toMatchObject({ ok: false, reason: 'declined' })
  })
})

type Setting = Awaited<ReturnType<typeof aBank>>

async function opened({ gateway }: Setting) {
  const attempt = anAttemptToOpen()
  const outcome = await gateway.openSession(attempt)
  if (!outcome.ok) throw new Error(outcome.detail)
  return { session: sessionOfAttempt(attempt, outcome.session.sessionId) }
}

async function aPaidCharge(shop: Setting) {
  const { session } = await opened(shop)
  const { data } = shop.bank.pay(session.sessionId)
  return {
    refundId: session.attemptId,
    gatewayPaymentId: String(data.object.payment_intent),
    orderNumber: session.orderNumber,
    amount: session.amount,
  }
}
