import { eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { orders } from './order-tables.server'

export type GiveTimeToPayOutcome = { ok: true; until: Date } | { ok: false; reason: 'unknown-order' }

/**
 * A payment begins, and would like the goods kept until it is over. The first one sets the order's deadline; it is moved on
 * once, whatever is tried after: nobody keeps goods from others by beginning to pay again and again. Answers until when they
 * are kept, which is never sooner than was said before to somebody who pays already.
 */
export async function giveTimeToPay(
  db: Database,
  { orderId, until }: { orderId: string; until: Date },
): Promise<GiveTimeToPayOutcome> {
  const wanted = sql`${until.toISOString()}::timestamptz`
  const isLater = sql`${wanted} > coalesce(${orders.paymentDeadline}, ${wanted})`
  const isFirst = sql`${orders.state} in ('pending', 'validated')`
  const [moved] = await db
    .update(orders)
    .set({
      paymentDeadline: sql`case
        when ${orders.paymentDeadline} is null then ${wanted}
        when ${orders.deadlinePostponedAt} is not null then ${orders.paymentDeadline}
        when ${isFirst} or ${isLater} then ${wanted}
        else ${orders.paymentDeadline} end`,
      deadlinePostponedAt: sql`coalesce(${orders.deadlinePostponedAt}, case when ${isLater} then clock_timestamp() end)`,
    })
    .where(eq(orders.id, orderId))
    .returning({ until: orders.paymentDeadline })
  return moved?.until ? { ok: true, until: moved.until } : { ok: false, reason: 'unknown-order' }
}
