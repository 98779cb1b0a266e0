import Stripe from 'stripe'
import { cutText } from '~/text/cut-text'
import { BankDeadlineError, withinBankDeadline } from '../bank-calls/bank-deadline'
import type {
  AttemptToOpen,
  BankCharge,
  CloseSessionOutcome,
  Gateway,
  OpenSessionOutcome,
  RefundOutcome,
  RefundToSend,
  Session,
  SessionState,
} from '../gateway'
import { aboutSession, readStripeNotification } from './stripe-notification.server'

export type StripeSettings = {
  secretKey: string
  webhookSecrets: readonly string[]
  /** Where a stand-in listens instead of Stripe. */
  apiUrl?: string | undefined
  /** For tests of the deadlines. */
  timeoutMs?: number
}

/** Stripe wants at least thirty minutes; one more pays for the way there. */
const SESSION_MINUTES = 31

/** Stripe's limits for euros: fifty cents at least, eight digits at most. */
const STRIPE_TAKES = { leastCents: 50, mostCents: 99_999_999 }

/** Stripe Checkout: the card is typed at Stripe, never here. The only file that imports Stripe. */
export function openStripeGateway(settings: StripeSettings): Gateway {
  const stripe = stripeClient(settings)
  return {
    name: 'stripe',
    origins: ['https://checkout.stripe.com', ...(settings.apiUrl ? [new URL(settings.apiUrl).origin] : [])],
    takes: STRIPE_TAKES,
    patienceMinutes: 30,
    reuseMinutes: 20,
    refundsAreRepeatable: true,
    openSession: (attempt) => openSession(stripe, attempt),
    closeSession: (session) => closeSession(stripe, session),
    askSession: (session) => askSession(stripe, session),
    refund: (refund) => sendRefund(stripe, refund),
    readNotification: (raw, headers) =>
      readStripeNotification(raw, headers.get('stripe-signature'), {
        secrets: settings.webhookSecrets,
        isLive: settings.secretKey.startsWith('sk_live_'),
        verify: (body, header, secret) =>
          stripe.webhooks.constructEvent(body, header, secret, Number.MAX_SAFE_INTEGER),
      }),
  }
}

function stripeClient({ secretKey, apiUrl, timeoutMs = 4_500 }: StripeSettings): Stripe {
  // Retries carry the same idempotency key; the deadline around each call ends them.
  const common = { timeout: timeoutMs, maxNetworkRetries: 2, telemetry: false }
  if (!apiUrl) return new Stripe(secretKey, common)
  const url = new URL(apiUrl)
  const protocol = url.protocol === 'https:' ? 'https' : 'http'
  return new Stripe(secretKey, {
    ...common,
    host: url.hostname,
    port: url.port || (protocol === 'https' ? '443' : '80'),
    protocol,
  })
}

async function openSession(stripe: Stripe, attempt: AttemptToOpen): Promise<OpenSessionOutcome> {
  try {
    const session = await withinBankDeadline(
      stripe.checkout.sessions.create(sessionParameters(attempt), {
        idempotencyKey: `attempt-${attempt.attemptId}`,
      }),
    )
    if (!session.url) return { ok: false, reason: 'declined', detail: 'the session has no page' }
    return {
      ok: true,
      session: {
        sessionId: session.id,
        redirect: { url: session.url },
        expiresAt: new Date(session.expires_at * 1000),
      },
    }
  } catch (fault) {
    return failure(fault)
  }
}

function sessionParameters(attempt: AttemptToOpen): Stripe.Checkout.SessionCreateParams {
  const metadata = { attempt_id: attempt.attemptId, order_number: attempt.orderNumber }
  return {
    mode: 'payment',
    client_reference_id: attempt.attemptId,
    customer_email: attempt.buyer.email,
    locale: attempt.language,
    line_items: lineItems(attempt),
    metadata,
    payment_intent_data: { metadata, description: attempt.orderNumber },
    expires_at: Math.floor(attempt.startedAt.getTime() / 1000) + SESSION_MINUTES * 60,
    success_url: attempt.returnUrl,
    cancel_url: attempt.cancelUrl,
  }
}

/** The lines when they add up to the amount, else one line: what is charged is the order's total, to the cent. */
function lineItems({
  lines,
  amount,
  orderNumber,
}: AttemptToOpen): Stripe.Checkout.SessionCreateParams.LineItem[] {
  const isExact =
    lines.length > 0 &&
    lines.length <= 100 &&
    lines.every((line) => line.cents >= 0 && line.cents % line.quantity === 0) &&
    lines.reduce((sum, line) => sum + line.cents, 0) === amount.cents
  const shown = isExact ? lines : [{ name: orderNumber, quantity: 1, cents: amount.cents }]
  return shown.map(({ name, quantity, cents }) => ({
    quantity,
    price_data: {
      currency: amount.currency.toLowerCase(),
      unit_amount: cents / quantity,
      product_data: { name: cutText(name, 250) },
    },
  }))
}

/** Stripe refuses to expire a session that is no longer open: that refusal is the arbiter between paying and time-out. */
async function closeSession(stripe: Stripe, session: Session): Promise<CloseSessionOutcome> {
  try {
    await withinBankDeadline(stripe.checkout.sessions.expire(session.sessionId))
    return 'closed'
  } catch (fault) {
    throwIfOurs(fault)
    const { state } = await askSession(stripe, session)
    if (state === 'over') return 'closed'
    return state === 'paid' ? 'already-paid' : 'unknown'
  }
}

async function askSession(
  stripe: Stripe,
  { sessionId, attemptId, orderNumber }: Session,
): Promise<SessionState> {
  try {
    const session = await withinBankDeadline(stripe.checkout.sessions.retrieve(sessionId))
    const about = aboutSession(session)
    const isOurs = about.attemptIds.every((id) => id === attemptId)
    if (session.id !== sessionId || !isOurs || (about.orderNumber ?? orderNumber) !== orderNumber)
      return {
        state: 'contradictory',
        detail: `session ${sessionId} is told to be of ${JSON.stringify(about)}`,
      }
    if (session.status === 'open') return { state: 'open' }
    if (session.status === 'expired') return { state: 'over' }
    if (session.payment_status === 'unpaid') return { state: 'confirming' }
    return { state: 'paid', charge: chargeOf(session) }
  } catch (fault) {
    throwIfOurs(fault)
    return { state: 'unknown' }
  }
}

function chargeOf(session: Stripe.Checkout.Session): BankCharge {
  const intent = session.payment_intent
  return {
    gatewayPaymentId: (typeof intent === 'string' ? intent : intent?.id) ?? session.id,
    cents: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
  }
}

async function sendRefund(
  stripe: Stripe,
  { refundId, gatewayPaymentId, amount }: RefundToSend,
): Promise<RefundOutcome> {
  try {
    const refund = await withinBankDeadline(
      stripe.refunds.create(
        { payment_intent: gatewayPaymentId, amount: amount.cents, metadata: { refund_id: refundId } },
        { idempotencyKey: `refund-${refundId}` },
      ),
    )
    return refundOutcome(refund)
  } catch (fault) {
    const earlier = isAlreadyRefunded(fault)
      ? await findRefund(stripe, gatewayPaymentId, refundId)
      : undefined
    if (earlier) return refundOutcome(earlier)
    const { reason, detail } = failure(fault)
    return { ok: false, reason: reason === 'underway' ? 'unreachable' : reason, detail }
  }
}

function refundOutcome({ id, status }: Stripe.Refund): RefundOutcome {
  if (status === 'failed' || status === 'canceled') return { ok: false, reason: 'declined', detail: status }
  return { ok: true, gatewayRefundId: id, state: status === 'succeeded' ? 'succeeded' : 'pending' }
}

/** Stripe forgets idempotency keys after a day; the refund itself carries our name for ever. */
async function findRefund(stripe: Stripe, gatewayPaymentId: string, refundId: string) {
  const refunds = await withinBankDeadline(
    stripe.refunds.list({ payment_intent: gatewayPaymentId, limit: 100 }),
  ).catch(throwIfOurs)
  return refunds?.data.find((refund) => refund.metadata?.refund_id === refundId)
}

function isAlreadyRefunded(fault: unknown): boolean {
  return fault instanceof Stripe.errors.StripeError && fault.code === 'charge_already_refunded'
}

type Failure = { ok: false; reason: 'unreachable' | 'underway' | 'declined'; detail: string }

/** @throws what is no failure of the bank's. */
function failure(fault: unknown): Failure {
  throwIfOurs(fault)
  const detail = fault instanceof Error ? fault.message : String(fault)
  if (fault instanceof Stripe.errors.StripeError && fault.statusCode === 409)
    return { ok: false, reason: 'underway', detail }
  return { ok: false, reason: isFinal(fault) ? 'declined' : 'unreachable', detail }
}

/**
 * A request that could not even be made says nothing of the bank: it is thrown on, to be logged and mended. Stripe's
 * library tells such a fault bare, as an error without a kind of its own, or as a connection that failed by a wrong type.
 */
function throwIfOurs(fault: unknown): void {
  if (fault instanceof BankDeadlineError) return
  if (!(fault instanceof Stripe.errors.StripeError)) throw fault
  const cause: unknown = fault instanceof Stripe.errors.StripeConnectionError ? fault.detail : undefined
  if (cause instanceof TypeError || fault.constructor === Stripe.errors.StripeError) throw fault
}

/**
 * An answer that the same idempotency key will always get. Not so: a running twin (409), too many calls (429), and a
 * fault of Stripe's, unless Stripe says that it is the stored answer being replayed.
 */
function isFinal(fault: unknown): boolean {
  if (!(fault instanceof Stripe.errors.StripeError) || !fault.statusCode) return false
  if (fault.statusCode >= 500) return fault.headers?.['idempotent-replayed'] === 'true'
  return fault.statusCode >= 400 && fault.statusCode !== 429
}
