import { eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { orders } from './order-tables.server'

export type PostponePaymentDeadlineOutcome = { ok: true } | { ok: false; reason: 'unknown-order' }

/** A new attempt gives the goods more time; it never takes time away, since an older session may still be open. */
export async function postponePaymentDeadline(
  db: Database,
  { orderId, until }: { orderId: string; until: Date },
): Promise<PostponePaymentDeadlineOutcome> {
  const moved = await db
    .update(orders)
    .set({ paymentDeadline: sql`greatest(${orders.paymentDeadline}, ${until.toISOString()}::timestamptz)` })
    .where(eq(orders.id, orderId))
    .returning({ id: orders.id })
  return moved.length > 0 ? { ok: true } : { ok: false, reason: 'unknown-order' }
}
