import { eq } from 'drizzle-orm'
import type { OrderState } from '~/orders/order-state'
import { orders } from '~/orders/order-tables.server'
import { postponePaymentDeadline } from '~/orders/postpone-payment-deadline.server'
import { transitionOrder } from '~/orders/transition-order.server'
import { type Database, databaseNow, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import type { GatewayName } from './gateway'
import { markClosing } from './mark-closing.server'
import { type Attempt, countRefusedCards, findOpenAttempt } from './payment-queries.server'
import { paymentAttempts } from './payment-tables.server'

export type NewAttempt = {
  orderId: string
  gateway: GatewayName
  returnPath: string
  cancelPath: string
  patienceMinutes: number
  reuseMinutes: number
}

export type BeginAttemptOutcome =
  /** `isFresh` is false for one that waits already: a second click, or a retry after the bank gave no answer. */
  | { ok: true; attempt: Attempt; isFresh: boolean }
  | { ok: false; reason: 'unknown-order' | 'already-paid' }
  | { ok: false; reason: 'not-payable'; state: OrderState }
  | { ok: false; reason: 'too-many-refusals'; retryAfterSeconds: number }

/** Twenty refused cards within an hour look like somebody trying out stolen numbers. */
const REFUSED_CARDS_ALLOWED = 20
const REFUSALS_COUNT_FOR_MINUTES = 60

/** Writes down the intent to take money and moves the order into payment, before any bank is called. */
export async function beginAttempt(db: Database, wish: NewAttempt): Promise<BeginAttemptOutcome> {
  return inTransaction<BeginAttemptOutcome>(db, async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, wish.orderId)).for('update')
    if (!order) return { ok: false, reason: 'unknown-order' }
    if (order.paidAt) return { ok: false, reason: 'already-paid' }

    const [refused, now, waiting] = await Promise.all([
      countRefusedCards(tx, { email: order.email, withinMinutes: REFUSALS_COUNT_FOR_MINUTES }),
      databaseNow(tx),
      findOpenAttempt(tx, order.id),
    ])
    if (refused >= REFUSED_CARDS_ALLOWED)
      return { ok: false, reason: 'too-many-refusals', retryAfterSeconds: REFUSALS_COUNT_FOR_MINUTES * 60 }

    if (waiting && mayServeAgain(waiting, wish, now)) return { ok: true, attempt: waiting, isFresh: false }
    if (waiting) await markClosing(tx, [waiting.id])

    const expiresAt = new Date(now.getTime() + wish.patienceMinutes * 60_000)
    const admitted = await admitToPayment(tx, order, expiresAt)
    if (!admitted.ok) return admitted

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
        expiresAt,
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

async function admitToPayment(tx: Database, order: Payable, deadline: Date) {
  const notPayable = { ok: false, reason: 'not-payable', state: order.state } as const
  if (order.totalCents === 0) return notPayable
  if (order.state === 'payment_pending')
    return postponePaymentDeadline(tx, { orderId: order.id, until: deadline })

  const moved = await transitionOrder(tx, {
    orderId: order.id,
    to: 'payment_pending',
    actor: { kind: 'system' },
    paymentDeadline: deadline,
  })
  return moved.ok ? moved : notPayable
}
