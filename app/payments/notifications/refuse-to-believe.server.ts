import { and, inArray, sql } from 'drizzle-orm'
import { flagOrder } from '~/orders/flag-order.server'
import { orders } from '~/orders/order-tables.server'
import type { Database } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import '../payment-announcements'

const ATTENTION = 'payment-contradiction'

type Doubt = { told: string; orderIds: readonly (string | null)[]; detail: string }

/**
 * A message that contradicts itself or the books pays nothing: staff see it at every order that it touches. Told again
 * and again, it alarms them once, until they have looked.
 */
export async function refuseToBelieve(
  tx: Database,
  { told, detail, ...touched }: Doubt,
): Promise<'contradiction'> {
  const orderIds = [...new Set(touched.orderIds.flatMap((orderId) => orderId ?? []))].sort()
  const isKnown = orderIds.length > 0 && (await areFlagged(tx, orderIds))
  if (isKnown) return 'contradiction'

  for (const orderId of orderIds) await flagOrder(tx, { orderId, attention: ATTENTION })
  await announce(tx, {
    type: 'payment.attention',
    trouble: 'contradiction',
    orderId: orderIds[0] ?? null,
    detail: `${told}: ${detail}`,
  })
  return 'contradiction'
}

async function areFlagged(tx: Database, orderIds: string[]): Promise<boolean> {
  const others = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(inArray(orders.id, orderIds), sql`${orders.attention} is distinct from ${ATTENTION}`))
    .limit(1)
  return others.length === 0
}
