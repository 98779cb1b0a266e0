import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { orders } from './order-tables.server'

export type FlagOrderOutcome = { ok: true } | { ok: false; reason: 'unknown-order' }

/** Puts an order in front of staff, with the reason why, until they have looked. */
export function flagOrder(
  db: Database,
  flag: { orderId: string; attention: string },
): Promise<FlagOrderOutcome> {
  return setAttention(db, flag)
}

/** Staff have looked: what was to be seen is seen. */
export function markOrderLookedAt(db: Database, { orderId }: { orderId: string }): Promise<FlagOrderOutcome> {
  return setAttention(db, { orderId, attention: null })
}

async function setAttention(
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
