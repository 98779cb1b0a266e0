import { z } from 'zod'
import { isPlainJson } from '~/platform/plain-json'
import { cutText } from '~/text/cut-text'
import {
  ABOUT_NOTHING,
  type About,
  type News,
  type NotificationReading,
  type NotificationRefusal,
} from '../gateway'

/** How far the sender's clock may be from ours, either way. */
const TOLERANCE_SECONDS = 300

type Check = {
  secrets: readonly string[]
  isLive: boolean
  /** Checks the signature alone, and parses; the time is checked here. */
  verify: (body: Buffer, header: string, secret: string) => unknown
}

const name = z.string().regex(/^\w{1,255}$/)
/** What fits the books: more than any bank takes at once. */
const cents = z.number().int().min(0).max(2_000_000_000)

const event = z.object({
  id: name,
  type: z.string().max(255),
  livemode: z.boolean().optional(),
  account: z.string().optional(),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
})

const metadata = z.record(z.string(), z.string()).nullish()
const currency = z.string().regex(/^[A-Za-z]{3}$/)
/** An id, or the whole thing where Stripe was asked to spell it out. */
const intentOrId = z.union([name, z.object({ id: name, metadata })]).nullish()

const checkoutSession = z.object({
  id: name,
  client_reference_id: z.string().max(255).nullish(),
  metadata,
  livemode: z.boolean().optional(),
  status: z.enum(['open', 'complete', 'expired']).nullish(),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  amount_total: cents,
  currency,
  payment_intent: intentOrId,
})

type CheckoutSession = z.infer<typeof checkoutSession>

const refund = z.object({
  id: name,
  status: z.enum(['succeeded', 'pending', 'requires_action', 'failed', 'canceled']),
  metadata,
  payment_intent: intentOrId,
  amount: cents.optional(),
  currency: currency.optional(),
})

const refusedIntent = z.object({
  metadata,
  last_payment_error: z.object({ code: z.string().optional() }).nullish(),
})

/** Reads a Stripe event from the bytes that came. Each configured secret is tried, so that one can be replaced calmly. */
export function readStripeNotification(
  raw: Uint8Array,
  signature: string | null,
  { secrets, isLive, verify }: Check,
): NotificationReading {
  if (!signature) return { ok: false, reason: 'not-signed' }
  const verified = secrets.map((secret) => tryVerify(() => verify(Buffer.from(raw), signature, secret)))
  const right = verified.find((attempt) => attempt.ok)
  if (!right?.ok) {
    const isSigned = verified.some((attempt) => !attempt.ok && attempt.isUnparsable)
    return { ok: false, reason: isSigned ? 'malformed' : 'wrong-signature' }
  }

  const timing = checkTime(signature)
  if (timing) return { ok: false, reason: timing }

  if (!isPlainJson(Buffer.from(raw).toString('utf8'))) return { ok: false, reason: 'ambiguous' }
  const parsed = event.safeParse(right.event)
  if (!parsed.success) return { ok: false, reason: 'malformed' }
  const { id, type, livemode, account, data } = parsed.data
  // The shop has one account: an event of another one, or of the other mode, was not meant for it.
  if (account || (livemode !== undefined && livemode !== isLive))
    return { ok: false, reason: 'wrong-account' }

  return {
    ok: true,
    notification: {
      gateway: 'stripe',
      eventId: id,
      received: right.event,
      ...tell(type, data.object, isLive),
    },
  }
}

/** Both ways: what is signed for a time to come would be good for a long while. */
function checkTime(signature: string): NotificationRefusal | undefined {
  const times = signature.split(',').filter((part) => part.trim().startsWith('t='))
  const [stamp] = times
  if (times.length !== 1 || !stamp || !/^t=\d{1,12}$/.test(stamp.trim())) return 'wrong-signature'
  const seconds = Number(stamp.trim().slice(2))
  return Math.abs(Date.now() / 1000 - seconds) > TOLERANCE_SECONDS ? 'wrong-time' : undefined
}

type Verified = { ok: true; event: unknown } | { ok: false; isUnparsable: boolean }

function tryVerify(verify: () => unknown): Verified {
  try {
    return { ok: true, event: verify() }
  } catch (fault) {
    return { ok: false, isUnparsable: fault instanceof SyntaxError }
  }
}

type Told = { about: About; news: News }

function tell(type: string, object: Record<string, unknown>, isLive: boolean): Told {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return tellOfSession(type, object, isLive)
    case 'payment_intent.payment_failed':
      return tellOfRefusal(object)
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return tellOfRefund(object)
    default:
      return { about: ABOUT_NOTHING, news: { kind: 'other', type } }
  }
}

function tellOfSession(type: string, object: Record<string, unknown>, isLive: boolean): Told {
  const parsed = checkoutSession.safeParse(object)
  if (!parsed.success) return unreadable(parsed.error)
  const session = parsed.data
  const detail = contradiction(type, session, isLive)
  const news: News = detail ? { kind: 'contradictory', detail } : newsOfSession(type, session)
  return { about: aboutSession(session), news }
}

function newsOfSession(type: string, session: CheckoutSession): News {
  if (type === 'checkout.session.expired') return { kind: 'over', code: 'expired' }
  if (type === 'checkout.session.async_payment_failed') return { kind: 'over', code: 'async-failed' }
  if (session.payment_status === 'unpaid') return { kind: 'confirming' }
  const gatewayPaymentId = idOf(session.payment_intent) ?? session.id
  const charge = { gatewayPaymentId, cents: session.amount_total, currency: session.currency.toUpperCase() }
  return { kind: 'paid', charge }
}

/** Every name by which a session says whose it is: the shop wrote several when it opened it. */
export function aboutSession({
  id,
  client_reference_id: reference,
  payment_intent: intent,
  metadata: ours,
}: Pick<CheckoutSession, 'id' | 'client_reference_id' | 'payment_intent' | 'metadata'>): About {
  const spelt = typeof intent === 'object' ? intent?.metadata : undefined
  const attemptIds = [reference, ours?.attempt_id, spelt?.attempt_id]
  return {
    attemptIds: [...new Set(attemptIds.flatMap((attemptId) => attemptId ?? []))],
    sessionId: id,
    orderNumber: ours?.order_number ?? spelt?.order_number ?? null,
  }
}

function contradiction(
  type: string,
  { status, payment_status: payment, livemode }: CheckoutSession,
  isLive: boolean,
): string | undefined {
  if (livemode !== undefined && livemode !== isLive) return 'its session is of the other mode'
  const isEnd = type === 'checkout.session.expired' || type === 'checkout.session.async_payment_failed'
  if (isEnd && (payment === 'paid' || (status === 'complete' && type === 'checkout.session.expired')))
    return `it tells an end without money of a session that is ${status} and ${payment}`
  if (!isEnd && (status === 'open' || status === 'expired'))
    return `it tells that a session is complete that is ${status}`
  return undefined
}

function idOf(intent: z.infer<typeof intentOrId>): string | undefined {
  return typeof intent === 'object' ? intent?.id : intent
}

function tellOfRefusal(object: Record<string, unknown>): Told {
  const parsed = refusedIntent.safeParse(object)
  if (!parsed.success) return unreadable(parsed.error)
  const { last_payment_error: refused, metadata: ours } = parsed.data
  const attemptIds = ours?.attempt_id === undefined ? [] : [ours.attempt_id]
  const about = { attemptIds, sessionId: null, orderNumber: ours?.order_number ?? null }
  return { about, news: { kind: 'card-refused', code: refused?.code ?? 'card_declined' } }
}

function tellOfRefund(object: Record<string, unknown>): Told {
  const parsed = refund.safeParse(object)
  if (!parsed.success) return unreadable(parsed.error)
  const { id, status, metadata: ours, payment_intent: intent, amount, currency: paidIn } = parsed.data
  const state =
    status === 'succeeded' ? 'succeeded' : /^(failed|canceled)$/.test(status) ? 'failed' : 'pending'
  const news: News = {
    kind: 'refund',
    gatewayRefundId: id,
    refundId: ours?.refund_id ?? null,
    state,
    gatewayPaymentId: idOf(intent) ?? null,
    cents: amount ?? null,
    currency: paidIn?.toUpperCase() ?? null,
  }
  return { about: ABOUT_NOTHING, news }
}

function unreadable(error: z.ZodError): Told {
  const detail = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  return { about: ABOUT_NOTHING, news: { kind: 'unreadable', detail: cutText(detail, 500) } }
}
