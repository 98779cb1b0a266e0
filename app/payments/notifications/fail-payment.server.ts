import { lockOrder } from '~/orders/lock-order.server'
import { transitionOrder } from '~/orders/transition-order.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { type Attempt, findAttempt, listLiveAttempts } from '../attempt-queries.server'
import { endAttempt } from '../attempts/end-attempt.server'

export type FailPaymentOutcome = { ok: true; effect: 'payment-failed' | 'attempt-ended' | 'nothing-to-do' }

/**
 * A session ended without money. The order has failed to be paid only when no other session can still pay it, and when
 * it was not the shop itself that closed this one. Never undoes a payment.
 */
export async function failPayment(
  db: Database,
  { attempt, code }: { attempt: Attempt; code: string },
): Promise<FailPaymentOutcome> {
  return inTransaction<FailPaymentOutcome>(db, async (tx) => {
    await lockOrder(tx, attempt)
    const closedByShop = Boolean((await findAttempt(tx, attempt.id))?.closingAt)
    const { ended } = await endAttempt(tx, { attemptId: attempt.id, status: 'failed', failure: code })
    if (!ended) return { ok: true, effect: 'nothing-to-do' }

    const others = await listLiveAttempts(tx, attempt.orderId)
    if (others.length > 0 || closedByShop) return { ok: true, effect: 'attempt-ended' }

    const moved = await transitionOrder(tx, {
      orderId: attempt.orderId,
      to: 'payment_failed',
      actor: { kind: 'system' },
      reason: code,
    })
    return { ok: true, effect: moved.ok ? 'payment-failed' : 'attempt-ended' }
  })
}
