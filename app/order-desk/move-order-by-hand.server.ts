import { findOrder } from '~/orders/order-queries.server'
import { type Actor, movesByHand, type OrderState } from '~/orders/order-state'
import { type TransitionOrderOutcome, transitionOrder } from '~/orders/transition-order.server'
import type { PaymentShop } from '~/payments/payment-shop'
import { type CancelOrderOutcome, cancelOrder } from './cancel-order.server'

export type MoveOrderByHandOutcome = TransitionOrderOutcome | CancelOrderOutcome

/** A clerk moves an order; whoever was faster wins, and the other is told where the order is now. */
export async function moveOrderByHand(
  shop: PaymentShop,
  wish: { orderId: string; to: OrderState; actor: Actor; reason?: string },
): Promise<MoveOrderByHandOutcome> {
  const order = await findOrder(shop.db, wish.orderId)
  if (!order) return { ok: false, reason: 'unknown-order' }
  if (!movesByHand(order.state, wish.actor).includes(wish.to))
    return { ok: false, reason: 'not-allowed', state: order.state }
  return wish.to === 'cancelled' ? cancelOrder(shop, wish) : transitionOrder(shop.db, wish)
}
