import { flagOrder } from '~/orders/flag-order.server'
import { areAllFlagged } from '~/orders/order-queries.server'
import type { Database } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import type { PaymentTrouble } from '../announcements'

/** What of it stays with the orders it touches until staff have looked; the rest is told and needs no order held up. */
const ATTENTION = {
  mismatch: 'payment-mismatch',
  contradiction: 'payment-contradiction',
  'refund-failed': 'refund-failed',
} as const satisfies Partial<Record<PaymentTrouble, string>>

type Call = { trouble: PaymentTrouble; orderIds?: readonly string[]; detail: string }

/**
 * Tells staff what no rule can decide: the one way by which payments do. Their mailbox hears of it, and orders that have
 * to be looked at are put before them.
 */
export async function callStaff(tx: Database, { trouble, orderIds = [], detail }: Call): Promise<void> {
  const attention = trouble in ATTENTION ? ATTENTION[trouble as keyof typeof ATTENTION] : undefined
  if (attention) for (const orderId of orderIds) await flagOrder(tx, { orderId, attention })
  await announce(tx, { type: 'payment.attention', trouble, orderId: orderIds[0] ?? null, detail })
}

/** Whether all of these orders are before staff already, for this trouble. */
export async function isBeforeStaff(
  tx: Database,
  { trouble, orderIds }: { trouble: keyof typeof ATTENTION; orderIds: string[] },
): Promise<boolean> {
  return orderIds.length > 0 && areAllFlagged(tx, { orderIds, attention: ATTENTION[trouble] })
}
