import { isSameMoney, type Money } from '~/money/money'
import { type Database, inTransaction } from '~/platform/db.server'
import { lockOrder } from './lock-order.server'
import { type TransitionOrderOutcome, transitionOrder } from './transition-order.server'

export type MarkOrderPaidOutcome =
  | { ok: true; alreadyPaid: boolean }
  | { ok: false; reason: 'wrong-amount'; expected: Money }
  | Extract<TransitionOrderOutcome, { ok: false }>

/** Safe to call twice for one payment: banks report at least once. A paid order stays paid, whatever became of it. */
export async function markOrderPaid(
  db: Database,
  { orderId, received }: { orderId: string; received: Money },
): Promise<MarkOrderPaidOutcome> {
  return inTransaction<MarkOrderPaidOutcome>(db, async (tx) => {
    const [order] = await lockOrder(tx, { orderId })
    if (!order) return { ok: false, reason: 'unknown-order' }
    if (order.paidAt) return { ok: true, alreadyPaid: true }

    const expected = { cents: order.totalCents, currency: order.currency }
    if (!isSameMoney(received, expected)) return { ok: false, reason: 'wrong-amount', expected }

    const moved = await transitionOrder(tx, { orderId, to: 'paid', actor: { kind: 'system' } })
    return moved.ok ? { ok: true, alreadyPaid: false } : moved
  })
}
