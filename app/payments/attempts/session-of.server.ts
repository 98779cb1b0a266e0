import { eq } from 'drizzle-orm'
import { orders } from '~/orders/order-tables.server'
import type { Database } from '~/platform/db.server'
import type { Session } from '../gateway'
import type { Attempt } from '../payment-queries.server'

/** An attempt as its bank knows it. */
export async function sessionOf(db: Database, attempt: Attempt): Promise<Session> {
  const [order] = await db
    .select({ number: orders.number })
    .from(orders)
    .where(eq(orders.id, attempt.orderId))
  if (!order || !attempt.sessionId) throw new Error(`Attempt ${attempt.id} has no session`)
  return {
    attemptId: attempt.id,
    sessionId: attempt.sessionId,
    orderNumber: order.number,
    startedAt: attempt.startedAt,
    amount: { cents: attempt.amountCents, currency: attempt.currency },
  }
}
