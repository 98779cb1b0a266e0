import { findOrder, type Order } from '~/orders/order-queries.server'
import { type Actor, canBecome, type OrderState } from '~/orders/order-state'
import { transitionOrder } from '~/orders/transition-order.server'
import { listLiveAttempts } from '~/payments/attempt-queries.server'
import { closeOrderPayments } from '~/payments/close-payments.server'
import type { PaymentShop } from '~/payments/payment-shop'
import { refundOrder } from '~/payments/refund-order.server'
import { type Database, inTransaction } from '~/platform/db.server'

export type CancelOrderOutcome =
  | { ok: true }
  | { ok: false; reason: 'unknown-order' }
  | { ok: false; reason: 'not-allowed'; state: OrderState }
  /** The money came first: the order stands, and may be given back instead. */
  | { ok: false; reason: 'already-paid' }
  /** The bank does not say whether its page is closed. Not knowing is no reason to cancel. */
  | { ok: false; reason: 'bank-silent' }

type Cancellation = { orderId: string; actor: Actor; reason?: string }

/** Cancels once no page of a bank can take money for the order any more; what was paid is given back. */
export async function cancelOrder(shop: PaymentShop, wish: Cancellation): Promise<CancelOrderOutcome> {
  const order = await findOrder(shop.db, wish.orderId)
  if (!order) return { ok: false, reason: 'unknown-order' }
  if (!canBecome(order.state, 'cancelled', wish.actor))
    return { ok: false, reason: 'not-allowed', state: order.state }

  const closed = await closeOrderPayments(shop, { orderId: order.id })
  if (!closed.ok) return { ok: false, reason: closed.reason === 'unknown' ? 'bank-silent' : 'already-paid' }
  return inTransaction(shop.db, (tx) => cancelClosed(tx, wish))
}

async function cancelClosed(
  tx: Database,
  { orderId, actor, reason }: Cancellation,
): Promise<CancelOrderOutcome> {
  const moved = await transitionOrder(tx, { orderId, to: 'cancelled', actor, reason })
  if (!moved.ok) return moved.reason === 'not-enough-stock' ? { ok: false, reason: 'unknown-order' } : moved
  // The order is locked now. Another tab may have opened a new page at the bank just before.
  if ((await listLiveAttempts(tx, orderId)).length > 0) return { ok: false, reason: 'bank-silent' }

  const order = await findOrder(tx, orderId)
  if (order?.paidAt) await giveBack(tx, order, actor)
  return { ok: true }
}

async function giveBack(tx: Database, { id, totalCents }: Order, actor: Actor) {
  const refund = {
    orderId: id,
    reason: 'order cancelled',
    requestedBy: actor.kind === 'staff' ? actor.accountId : undefined,
  }
  const outcome = await refundOrder(tx, { ...refund, amountCents: totalCents })
  // A part may have been given back before.
  if (!outcome.ok && outcome.reason === 'more-than-captured' && outcome.leftCents > 0)
    await refundOrder(tx, { ...refund, amountCents: outcome.leftCents })
}
