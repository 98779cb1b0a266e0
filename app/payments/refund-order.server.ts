import { and, eq, inArray, sql } from 'drizzle-orm'
import { lockOrder } from '~/orders/lock-order.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { announce } from '~/platform/queue.server'
import { charges, refunds } from './payment-tables.server'

export type RefundWish = { orderId: string; amountCents: number; reason: string; requestedBy?: string }

export type RefundOrderOutcome =
  | { ok: true; refundId: string }
  | { ok: false; reason: 'unknown-order' | 'not-paid' | 'wrong-amount' }
  | { ok: false; reason: 'more-than-captured'; leftCents: number }

/**
 * Decides a refund, whole or in part, through the gateway that took the money; the bank is asked after the commit. The
 * sum is checked under the order's lock and counts refunds still on their way.
 */
export async function refundOrder(
  db: Database,
  { orderId, amountCents, reason, requestedBy }: RefundWish,
): Promise<RefundOrderOutcome> {
  if (!Number.isSafeInteger(amountCents) || amountCents <= 0) return { ok: false, reason: 'wrong-amount' }
  return inTransaction<RefundOrderOutcome>(db, async (tx) => {
    const [order] = await lockOrder(tx, { orderId })
    if (!order) return { ok: false, reason: 'unknown-order' }
    const [charge] = await tx
      .select({ id: charges.id, amountCents: charges.amountCents })
      .from(charges)
      .where(and(eq(charges.orderId, orderId), eq(charges.role, 'payment')))
    if (!charge) return { ok: false, reason: 'not-paid' }

    const leftCents = charge.amountCents - (await sumOfRefunds(tx, charge.id))
    if (amountCents > leftCents) return { ok: false, reason: 'more-than-captured', leftCents }

    const refundId = newId()
    await tx
      .insert(refunds)
      .values({ id: refundId, chargeId: charge.id, orderId, amountCents, reason, requestedBy })
    await announce(tx, { type: 'payment.refund-due', refundId })
    return { ok: true, refundId }
  })
}

/** Promised or paid back; a refund that failed gave nothing. */
export async function sumOfRefunds(
  tx: Database,
  chargeId: string,
  statuses: ('pending' | 'confirmed')[] = ['pending', 'confirmed'],
): Promise<number> {
  const [row] = await tx
    .select({ cents: sql<number>`coalesce(sum(${refunds.amountCents}), 0)::int` })
    .from(refunds)
    .where(and(eq(refunds.chargeId, chargeId), inArray(refunds.status, statuses)))
  return row?.cents ?? 0
}
