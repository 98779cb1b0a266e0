import { z } from 'zod'
import { cutText } from '~/text/cut-text'
import type { News, NotificationReading, NotificationRefusal } from './gateway'

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

const checkoutSession = z.object({
  id: name,
  client_reference_id: z.string().max(255).nullish(),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  amount_total: cents,
  currency: z.string().regex(/^[A-Za-z]{3}$/),
  payment_intent: z.union([name, z.object({ id: name })]).nullish(),
})

const named = z.object({ metadata: z.record(z.string(), z.string()).nullish() })

const refund = named.extend({
  id: name,
  status: z.enum(['succeeded', 'pending', 'requires_action', 'failed', 'canceled']),
})

const refusedIntent = named.extend({
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

  const parsed = event.safeParse(right.event)
  if (!parsed.success) return { ok: false, reason: 'malformed' }
  const { id, type, livemode, account, data } = parsed.data
  // The shop has one account: an event of another one, or of the other mode, was not meant for it.
  if (account || (livemode !== undefined && livemode !== isLive))
    return { ok: false, reason: 'wrong-account' }

  return {
    ok: true,
    notification: { gateway: 'stripe', eventId: id, received: right.event, ...tell(type, data.object) },
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

type Told = { attemptId: string | null; sessionId: string | null; news: News }

function tell(type: string, object: Record<string, unknown>): Told {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return tellOfSession(type, object)
    case 'payment_intent.payment_failed':
      return tellOfRefusal(object)
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return tellOfRefund(object)
    default:
      return { attemptId: null, sessionId: null, news: { kind: 'other', type } }
  }
}

function tellOfSession(type: string, object: Record<string, unknown>): Told {
  const parsed = checkoutSession.safeParse(object)
  if (!parsed.success) return unreadable(parsed.error)
  const session = parsed.data
  const about = { attemptId: session.client_reference_id ?? null, sessionId: session.id }
  if (type === 'checkout.session.expired') return { ...about, news: { kind: 'over', code: 'expired' } }
  if (type === 'checkout.session.async_payment_failed')
    return { ...about, news: { kind: 'over', code: 'async-failed' } }
  if (session.payment_status === 'unpaid') return { ...about, news: { kind: 'confirming' } }

  const intent = session.payment_intent
  const gatewayPaymentId = (typeof intent === 'string' ? intent : intent?.id) ?? session.id
  const charge = { gatewayPaymentId, cents: session.amount_total, currency: session.currency.toUpperCase() }
  return { ...about, news: { kind: 'paid', charge } }
}

function tellOfRefusal(object: Record<string, unknown>): Told {
  const parsed = refusedIntent.safeParse(object)
  if (!parsed.success) return unreadable(parsed.error)
  const code = parsed.data.last_payment_error?.code ?? 'card_declined'
  const attemptId = parsed.data.metadata?.attempt_id ?? null
  return { attemptId, sessionId: null, news: { kind: 'card-refused', code } }
}

function tellOfRefund(object: Record<string, unknown>): Told {
  const parsed = refund.safeParse(object)
  if (!parsed.success) return unreadable(parsed.error)
  const { id, status, metadata } = parsed.data
  const state =
    status === 'succeeded' ? 'succeeded' : /^(failed|canceled)$/.test(status) ? 'failed' : 'pending'
  const news: News = { kind: 'refund', gatewayRefundId: id, refundId: metadata?.refund_id ?? null, state }
  return { attemptId: null, sessionId: null, news }
}

function unreadable(error: z.ZodError): Told {
  const detail = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  return { attemptId: null, sessionId: null, news: { kind: 'unreadable', detail: cutText(detail, 500) } }
}
