import { and, eq, isNull } from 'drizzle-orm'
import type { OrderState } from '~/orders/order-state'
import { databaseNow } from '~/platform/db.server'
import { type Attempt, findAttempt, findOpenAttempt } from './attempt-queries.server'
import { beginAttempt, mayServeAgain } from './attempts/begin-attempt.server'
import { closeAttempt } from './attempts/close-attempt.server'
import { describeAttempt } from './attempts/describe-attempt.server'
import { endAttempt, markClosing } from './attempts/end-attempt.server'
import type { Gateway, GatewayName, OpenedSession, Redirect } from './gateway'
import type { PaymentShop } from './payment-shop'
import { paymentAttempts } from './payment-tables.server'

export type PaymentWish = {
  orderId: string
  gateway: GatewayName
  returnPath: string
  cancelPath: string
  startedFrom?: string | null
}

export type StartPaymentOutcome =
  | { ok: true; attemptId: string; redirect: Redirect }
  | { ok: false; reason: 'unknown-order' | 'unknown-gateway' | 'already-paid' }
  | { ok: false; reason: 'not-payable'; state: OrderState }
  /** The bank did not answer: the same click may be made again, and opens one session at most. */
  | { ok: false; reason: 'gateway-unreachable' | 'gateway-declined' }
  /** Known before the bank is asked. */
  | { ok: false; reason: 'amount-not-taken'; leastCents: number; mostCents: number }
  /** Another tab chose another way to pay in the meantime. */
  | { ok: false; reason: 'superseded' }
  | { ok: false; reason: 'no-time-left' }
  | { ok: false; reason: 'too-many-refusals' | 'too-many-payments'; retryAfterSeconds: number }

/** A shopper waits while an older session is being closed, so the bank gets less time than the jobs give it. */
const CLOSE_DEADLINE_MS = 2_500

/**
 * Opens a page at the bank for an order: intent first, then the call with the intent's key and outside of any
 * transaction, then the result. Safe to repeat: a second click gets the same page.
 */
export async function startPayment(shop: PaymentShop, wish: PaymentWish): Promise<StartPaymentOutcome> {
  const gateway = shop.gateways.get(wish.gateway)
  if (!gateway) return { ok: false, reason: 'unknown-gateway' }
  if ((await closePrevious(shop, wish, gateway)) === 'already-paid')
    return { ok: false, reason: 'already-paid' }

  const first = await tryToOpen(shop, wish, gateway)
  // An attempt that waited too long is declined for good; a new one has a key and times of its own.
  return first.wasWaiting ? tryToOpen(shop, wish, gateway) : first
}

async function closePrevious(shop: PaymentShop, wish: PaymentWish, gateway: Gateway) {
  const previous = await findOpenAttempt(shop.db, wish.orderId)
  if (
    !previous ||
    mayServeAgain(
      previous,
      { gateway: gateway.name, reuseMinutes: gateway.reuseMinutes },
      await databaseNow(shop.db),
    )
  )
    return 'none'
  await markClosing(shop.db, [previous.id])
  // Its page was never shown to anybody, so it need not be waited for: the job closes it.
  if (previous.status === 'starting') return 'later'
  return closeAttempt(shop, previous, CLOSE_DEADLINE_MS)
}

/** `wasWaiting`: the bank declined an attempt that was begun by an earlier click. */
type TryOutcome = StartPaymentOutcome & { wasWaiting?: boolean }

async function tryToOpen(shop: PaymentShop, wish: PaymentWish, gateway: Gateway): Promise<TryOutcome> {
  const { patienceMinutes, reuseMinutes } = gateway
  const begun = await beginAttempt(shop.db, { ...wish, ...gateway.takes, patienceMinutes, reuseMinutes })
  if (!begun.ok) return begun
  const { attempt, isFresh } = begun
  if (attempt.redirect) return { ok: true, attemptId: attempt.id, redirect: attempt.redirect }

  const opened = await gateway.openSession(await describeAttempt(shop.db, attempt, shop.env.ORIGIN))
  if (opened.ok) return rememberSession(shop, attempt, opened.session)

  shop.log.warn({ attemptId: attempt.id, gateway: gateway.name, detail: opened.detail }, 'payment not opened')
  if (opened.reason !== 'declined') return { ok: false, reason: 'gateway-unreachable' }
  await endAttempt(shop.db, { attemptId: attempt.id, status: 'failed', failure: opened.detail })
  return { ok: false, reason: 'gateway-declined', ...(isFresh ? {} : { wasWaiting: true }) }
}

/** The bank may have told of the payment before its answer arrives here: what happened since is not overwritten. */
async function rememberSession(
  shop: PaymentShop,
  { id }: Attempt,
  session: OpenedSession,
): Promise<TryOutcome> {
  const { sessionId, redirect } = session
  const remembered = await shop.db
    .update(paymentAttempts)
    .set({ status: 'open', sessionId, redirect })
    .where(
      and(
        eq(paymentAttempts.id, id),
        eq(paymentAttempts.status, 'starting'),
        isNull(paymentAttempts.closingAt),
      ),
    )
    .returning({ id: paymentAttempts.id })
  if (remembered.length > 0) return { ok: true, attemptId: id, redirect }

  const now = await findAttempt(shop.db, id)
  if (now?.status === 'succeeded') return { ok: false, reason: 'already-paid' }
  if (now?.status === 'open' && now.redirect && !now.closingAt)
    return { ok: true, attemptId: id, redirect: now.redirect }
  if (now) await closeAttempt(shop, { ...now, sessionId }, CLOSE_DEADLINE_MS)
  return { ok: false, reason: 'superseded' }
}
