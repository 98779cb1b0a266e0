import { z } from 'zod'
import type { Database } from '~/platform/db.server'
import { isSameToken, signedToken } from '~/platform/ids.server'
import { isPlainJson } from '~/platform/plain-json'
import type { AttemptToOpen, Gateway, News, NotificationReading } from '../gateway'
import {
  closeSandboxPayment,
  findSandboxPayment,
  openSandboxPayment,
  refundSandboxPayment,
} from './sandbox-books.server'

export type SandboxSettings = { db: Database; origin: string; secret: string }

const SESSION_MINUTES = 31

const letter = z.strictObject({
  paymentId: z.string(),
  attemptId: z.string(),
  event: z.enum(['paid', 'refused', 'abandoned']),
  cents: z.number().int(),
  currency: z.string(),
})

export type SandboxLetter = z.infer<typeof letter>

/** A bank of play money, so that the shop can be tried whole without an account anywhere. Its page is our own. */
export function openSandboxGateway({ db, origin, secret }: SandboxSettings): Gateway {
  return {
    name: 'sandbox',
    origins: [],
    takes: { leastCents: 1, mostCents: 99_999_999 },
    patienceMinutes: 30,
    reuseMinutes: 20,
    refundsAreRepeatable: false,
    openSession: (attempt) => openSession(db, origin, attempt),
    closeSession: ({ sessionId }) => closeSandboxPayment(db, sessionId),
    async askSession({ sessionId }) {
      const payment = await findSandboxPayment(db, sessionId)
      if (!payment) return { state: 'unknown' }
      if (payment.status === 'open') return { state: 'open' }
      if (payment.status !== 'paid') return { state: 'over' }
      return {
        state: 'paid',
        charge: chargeOf({ ...payment, paymentId: payment.id, cents: payment.amountCents }),
      }
    },
    refund: ({ refundId, gatewayPaymentId, amount }) =>
      refundSandboxPayment(db, { refundId, paymentId: gatewayPaymentId, cents: amount.cents }),
    readNotification: (raw, headers) => readLetter(raw, headers.get('sandbox-signature'), secret),
  }
}

async function openSession(db: Database, origin: string, attempt: AttemptToOpen) {
  const expiresAt = new Date(attempt.startedAt.getTime() + SESSION_MINUTES * 60_000)
  const sessionId = await openSandboxPayment(db, attempt, expiresAt)
  if (!sessionId) return { ok: false, reason: 'declined', detail: 'the books were not written' } as const
  const redirect = { url: `${origin}/sandbox-bank/${sessionId}` }
  return { ok: true, session: { sessionId, redirect, expiresAt } } as const
}

/** What the bank sends to the shop: the letter's bytes and the header that proves them. */
export function writeLetter(content: SandboxLetter, secret: string): { raw: Uint8Array; headers: Headers } {
  const text = JSON.stringify(content)
  const headers = new Headers({ 'sandbox-signature': signedToken(secret, 'sandbox-bank', text) })
  return { raw: Buffer.from(text), headers }
}

function readLetter(raw: Uint8Array, signature: string | null, secret: string): NotificationReading {
  if (!signature) return { ok: false, reason: 'not-signed' }
  const text = Buffer.from(raw).toString('utf8')
  if (!isSameToken(signature, signedToken(secret, 'sandbox-bank', text)))
    return { ok: false, reason: 'wrong-signature' }

  const parsed = isPlainJson(text) ? letter.safeParse(JSON.parse(text)) : undefined
  if (!parsed?.success) return { ok: false, reason: parsed ? 'malformed' : 'ambiguous' }
  const content = parsed.data
  return {
    ok: true,
    notification: {
      gateway: 'sandbox',
      eventId: `${content.paymentId}:${content.event}`,
      about: { attemptIds: [content.attemptId], sessionId: content.paymentId, orderNumber: null },
      news: newsOf(content),
      received: content,
    },
  }
}

function newsOf(content: SandboxLetter): News {
  if (content.event === 'paid') return { kind: 'paid', charge: chargeOf(content) }
  return { kind: 'over', code: content.event }
}

function chargeOf({ paymentId, cents, currency }: Pick<SandboxLetter, 'paymentId' | 'cents' | 'currency'>) {
  return { gatewayPaymentId: paymentId, cents, currency }
}
