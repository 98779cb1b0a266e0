import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { orders } from './order-tables.server'

export type FlagOrderOutcome = { ok: true } | { ok: false; reason: 'unknown-order' }

/** Puts an order in front of staff, with the reason why; null says that it was looked at. */
export async function flagOrder(
  db: Database,
  { orderId, attention }: { orderId: string; attention: string | null },
): Promise<FlagOrderOutcome> {
  const flagged = await db
    .update(orders)
    .set({ attention })
    .where(eq(orders.id, orderId))
    .returning({ id: orders.id })
  return flagged.length > 0 ? { ok: true } : { ok: false, reason: 'unknown-order' }
}
