import { asc, eq, sql } from 'drizzle-orm'
import { putStockBack } from '~/inventory/put-stock-back.server'
import { releaseReservations } from '~/inventory/release-reservations.server'
import { takeReservedStock } from '~/inventory/take-reserved-stock.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { type Announcements, announce } from '~/platform/queue.server'
import { giveBackPromoCode } from '~/promotions/give-back-promo-code.server'
import { lockOrder } from './lock-order.server'
import { type Actor, canBecome, type OrderState } from './order-state'
import { orderLines, orders, orderTransitions } from './order-tables.server'

export type Transition = {
  orderId: string
  to: OrderState
  actor: Actor
  reason?: string
}

export type TransitionOrderOutcome =
  | { ok: true; from: OrderState; to: OrderState }
  | { ok: false; reason: 'unknown-order' }
  | { ok: false; reason: 'not-allowed'; state: OrderState }
  | { ok: false; reason: 'not-enough-stock' }

/** From the mail that says so. */
const TIME_TO_PAY_ONCE_VALIDATED = '2 days'

/** What is announced when an order arrives in a state; the other states concern nobody outside the room. */
const ANNOUNCED: Partial<Record<OrderState, OrderAnnouncement>> = {
  validated: 'order.validated',
  paid: 'order.paid',
  payment_failed: 'order.payment-failed',
  cancelled: 'order.cancelled',
  refunded: 'order.refunded',
}
type OrderAnnouncement = Extract<keyof Announcements, `order.${string}`>

/** The only way an order moves. The row is locked first, so of two that move it at once the second sees the first. */
export async function transitionOrder(db: Database, transition: Transition): Promise<TransitionOrderOutcome> {
  const { orderId, to, actor } = transition
  return inTransaction<TransitionOrderOutcome>(db, async (tx) => {
    const [order] = await lockOrder(tx, { orderId })
    if (!order) return { ok: false, reason: 'unknown-order' }
    if (!canBecome(order.state, to, actor)) return { ok: false, reason: 'not-allowed', state: order.state }

    const times = timesOf(to)
    const [lines] = await Promise.all([
      to === 'paid' ? listLines(tx, orderId) : [],
      writeHistory(tx, order.state, transition),
      times && tx.update(orders).set(times).where(eq(orders.id, orderId)),
    ])
    if (to === 'paid') {
      const sold = await takeReservedStock(tx, { orderId, lines })
      if (!sold.ok) return { ok: false, reason: 'not-enough-stock' }
    }
    if (to === 'cancelled') await freeGoods(tx, orderId, { wasPaid: order.paidAt !== null, by: actor })

    const type = ANNOUNCED[to]
    if (type) await announce(tx, { type, orderId })
    return { ok: true, from: order.state, to }
  })
}

async function writeHistory(tx: Database, from: OrderState, { orderId, to, actor, reason }: Transition) {
  await tx.insert(orderTransitions).values({
    orderId,
    seq: sql`(select coalesce(max(seq), 0) + 1 from order_transitions where order_id = ${orderId})`,
    fromState: from,
    toState: to,
    actorKind: actor.kind,
    actorId: actor.kind === 'staff' ? actor.accountId : null,
    reason,
  })
}

/** `orders.state` itself is written by the history's trigger. */
function timesOf(to: OrderState) {
  if (to === 'paid') return { paidAt: sql`now()`, paymentDeadline: null }
  if (to === 'cancelled') return { cancelledAt: sql`now()`, paymentDeadline: null }
  if (to === 'validated')
    return { paymentDeadline: sql`clock_timestamp() + ${TIME_TO_PAY_ONCE_VALIDATED}::interval` }
}

async function freeGoods(tx: Database, orderId: string, { wasPaid, by }: { wasPaid: boolean; by: Actor }) {
  if (wasPaid)
    await putStockBack(tx, { lines: await listLines(tx, orderId), reason: 'cancel', actor: by.kind })
  else await releaseReservations(tx, { holder: 'order', holderId: orderId })
  await giveBackPromoCode(tx, { orderId })
}

function listLines(tx: Database, orderId: string) {
  return tx
    .select({ orderLineId: orderLines.id, variantId: orderLines.variantId, quantity: orderLines.quantity })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.variantId))
}
