import { and, eq } from 'drizzle-orm'
import { lockOrder } from '~/orders/lock-order.server'
import { listOverdueOrders } from '~/orders/order-queries.server'
import { transitionOrder } from '~/orders/transition-order.server'
import { inTransaction } from '~/platform/db.server'
import { listAttemptsToClose, listLiveAttempts } from './attempt-queries.server'
import { closeAttempt } from './attempts/close-attempt.server'
import { workInBatches } from './bank-calls/work-in-batches.server'
import type { PaymentShop } from './payment-shop'
import { charges } from './payment-tables.server'

export type CloseOrderPaymentsOutcome = { ok: true } | { ok: false; reason: 'already-paid' | 'unknown' }

/** Comes before cancelling an order: only when every session is known to be closed may it be cancelled. */
export async function closeOrderPayments(
  shop: PaymentShop,
  { orderId }: { orderId: string },
): Promise<CloseOrderPaymentsOutcome> {
  const attempts = await listLiveAttempts(shop.db, orderId)
  const outcomes = await Promise.all(attempts.map((attempt) => closeAttempt(shop, attempt)))
  if (outcomes.includes('already-paid')) return { ok: false, reason: 'already-paid' }
  return outcomes.includes('unknown') ? { ok: false, reason: 'unknown' } : { ok: true }
}

/**
 * Ends what waited too long: sessions first, at their banks, then the orders that nothing can pay any more. Where a bank
 * gives no answer the order stays as it is, and the next run tries again.
 */
export async function closeOverduePayments(
  shop: PaymentShop,
): Promise<{ closed: number; cancelled: number }> {
  const attempts = await listAttemptsToClose(shop.db)
  const outcomes = await workInBatches(shop, attempts, (attempt) => closeAttempt(shop, attempt))

  const overdue = await listOverdueOrders(shop.db)
  const cancellations = await workInBatches(shop, overdue, ({ id }) => cancelOverdueOrder(shop, id))
  return {
    closed: outcomes.filter((outcome) => outcome === 'closed').length,
    cancelled: cancellations.filter((cancellation) => cancellation.ok).length,
  }
}

type Cancellation =
  | { ok: true }
  | { ok: false; reason: 'paid-or-unknown' | 'still-payable' | 'waits-for-staff' | 'moved' }

async function cancelOverdueOrder(shop: PaymentShop, orderId: string): Promise<Cancellation> {
  const closed = await closeOrderPayments(shop, { orderId })
  if (!closed.ok) return { ok: false, reason: 'paid-or-unknown' }

  return inTransaction<Cancellation>(shop.db, async (tx) => {
    await lockOrder(tx, { orderId })
    // The shopper may have begun again while the bank was being asked.
    if ((await listLiveAttempts(tx, orderId)).length > 0) return { ok: false, reason: 'still-payable' }
    const stray = await tx
      .select({ id: charges.id })
      .from(charges)
      .where(and(eq(charges.orderId, orderId), eq(charges.role, 'mismatch')))
    if (stray.length > 0) return { ok: false, reason: 'waits-for-staff' }

    const moved = await transitionOrder(tx, {
      orderId,
      to: 'cancelled',
      actor: { kind: 'system' },
      reason: 'not-paid-in-time',
    })
    return moved.ok ? { ok: true } : { ok: false, reason: 'moved' }
  })
}
