import { giveTimeToPay } from '~/orders/give-time-to-pay.server'
import { lockOrder } from '~/orders/lock-order.server'
import { awaitsValidation, type OrderState } from '~/orders/order-state'
import { transitionOrder } from '~/orders/transition-order.server'
import { type Database, databaseNow, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { type Attempt, findOpenAttempt } from '../attempt-queries.server'
import type { GatewayName } from '../gateway'
import { paymentAttempts } from '../payment-tables.server'
import { hasTooManyPayments, hasTooManyRefusals, PAYMENTS, REFUSED_CARDS } from './attempt-limits.server'
import { markClosing } from './end-attempt.server'

export type NewAttempt = {
  orderId: string
  gateway: GatewayName
  returnPath: string
  cancelPath: string
  /** A keyed hash of where the shopper is, as far as that is known. */
  startedFrom?: string | null
  patienceMinutes: number
  reuseMinutes: number
  /** What the gateway takes at once. */
  leastCents: number
  mostCents: number
}

export type BeginAttemptOutcome =
  /** `isFresh` is false for one that waits already: a second click, or a retry after the bank gave no answer. */
  | { ok: true; attempt: Attempt; isFresh: boolean }
  | { ok: false; reason: 'unknown-order' | 'already-paid' }
  | { ok: false; reason: 'not-payable'; state: OrderState }
  /** The goods were kept as long as they are kept for anybody. */
  | { ok: false; reason: 'no-time-left' }
  | { ok: false; reason: 'amount-not-taken'; leastCents: number; mostCents: number }
  | { ok: false; reason: 'too-many-refusals' | 'too-many-payments'; retryAfterSeconds: number }

/** Less is not enough to type a card's number in peace. */
const LEAST_MINUTES_TO_PAY = 5

/** Writes down the intent to take money and moves the order into payment, before any bank is called. */
export async function beginAttempt(db: Database, wish: NewAttempt): Promise<BeginAttemptOutcome> {
  return inTransaction<BeginAttemptOutcome>(db, async (tx) => {
    const [order] = await lockOrder(tx, wish)
    if (!order) return { ok: false, reason: 'unknown-order' }
    if (order.paidAt) return { ok: false, reason: 'already-paid' }
    if (awaitsValidation(order)) return { ok: false, reason: 'not-payable', state: order.state }

    const { leastCents, mostCents } = wish
    const isTaken = order.totalCents >= leastCents && order.totalCents <= mostCents
    if (order.totalCents > 0 && !isTaken)
      return { ok: false, reason: 'amount-not-taken', leastCents, mostCents }

    const { startedFrom = null } = wish
    const { email } = order
    const [isTryingCards, paysTooOften, now, waiting] = await Promise.all([
      hasTooManyRefusals(tx, { email, startedFrom }),
      hasTooManyPayments(tx, { email }),
      databaseNow(tx),
      findOpenAttempt(tx, order.id),
    ])
    if (isTryingCards)
      return { ok: false, reason: 'too-many-refusals', retryAfterSeconds: REFUSED_CARDS.minutes * 60 }

    if (waiting && mayServeAgain(waiting, wish, now)) return { ok: true, attempt: waiting, isFresh: false }
    if (paysTooOften)
      return { ok: false, reason: 'too-many-payments', retryAfterSeconds: PAYMENTS.minutes * 60 }
    if (waiting) await markClosing(tx, [waiting.id])

    const afterMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    const admitted = await admitToPayment(tx, order, afterMinutes(wish.patienceMinutes))
    if (!admitted.ok) return admitted
    if (admitted.until < afterMinutes(LEAST_MINUTES_TO_PAY)) return { ok: false, reason: 'no-time-left' }

    const [attempt] = await tx
      .insert(paymentAttempts)
      .values({
        id: newId(),
        orderId: order.id,
        gateway: wish.gateway,
        amountCents: order.totalCents,
        currency: order.currency,
        returnPath: wish.returnPath,
        cancelPath: wish.cancelPath,
        startedAt: now,
        startedFrom,
        expiresAt: admitted.until,
      })
      .returning()
    if (!attempt) throw new Error('The attempt was not written')
    return { ok: true, attempt, isFresh: true }
  })
}

/** An attempt of the same gateway serves again while its session lives long enough to be paid in peace. */
export function mayServeAgain(
  attempt: Attempt,
  { gateway, reuseMinutes }: Pick<NewAttempt, 'gateway' | 'reuseMinutes'>,
  now: Date,
): boolean {
  return attempt.gateway === gateway && now.getTime() < attempt.startedAt.getTime() + reuseMinutes * 60_000
}

type Payable = { id: string; state: OrderState; totalCents: number }

/** Answers until when the order's goods wait for the money. */
async function admitToPayment(tx: Database, order: Payable, wanted: Date) {
  const notPayable = { ok: false, reason: 'not-payable', state: order.state } as const
  if (order.totalCents === 0) return notPayable
  const given = await giveTimeToPay(tx, { orderId: order.id, until: wanted })
  if (!given.ok) return given
  const until = given.until < wanted ? given.until : wanted
  if (order.state === 'payment_pending') return { ok: true, until } as const

  const moved = await transitionOrder(tx, {
    orderId: order.id,
    to: 'payment_pending',
    actor: { kind: 'system' },
  })
  return moved.ok ? ({ ok: true, until } as const) : notPayable
}
