import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { orders } from './order-tables.server'

export type LockedOrder = typeof orders.$inferSelect

/**
 * An order as it is now, and as it stays until the transaction ends: whoever else wants to change it, or what hangs on it,
 * waits here. The first lock of all (order → payment attempts, refunds → reservations → stock by variant → promo code →
 * counters). One row or none; it may be sent ahead of other queries with `inOrder`.
 */
export function lockOrder(tx: Database, { orderId }: { orderId: string }) {
  return tx.select().from(orders).where(eq(orders.id, orderId)).for('update')
}
