import { asc, eq } from 'drizzle-orm'
import { orderLines, orders } from '~/orders/order-tables.server'
import type { PostalAddress } from '~/orders/postal-address'
import type { Database } from '~/platform/db.server'
import type { AttemptToOpen, Buyer } from '../gateway'
import type { Attempt } from '../payment-queries.server'

/** What the bank is told about an attempt. Made of snapshots alone, so that a repeated call says the same. */
export async function describeAttempt(
  db: Database,
  attempt: Attempt,
  origin: string,
): Promise<AttemptToOpen> {
  const [[order], lines] = await Promise.all([findPayer(db, attempt.orderId), listGoods(db, attempt.orderId)])
  if (!order) throw new Error(`Attempt ${attempt.id} has no order`)
  const delivery = { name: order.deliveryName, quantity: 1, cents: order.deliveryCents }

  return {
    attemptId: attempt.id,
    orderNumber: order.number,
    amount: { cents: attempt.amountCents, currency: attempt.currency },
    lines: order.deliveryCents > 0 ? [...lines, delivery] : lines,
    buyer: buyerOf(order.email, order.address),
    language: order.language,
    startedAt: attempt.startedAt,
    returnUrl: `${origin}${attempt.returnPath}`,
    cancelUrl: `${origin}${attempt.cancelPath}`,
  }
}

function findPayer(db: Database, orderId: string) {
  return db
    .select({
      number: orders.number,
      email: orders.email,
      language: orders.language,
      address: orders.billingAddress,
      deliveryName: orders.deliveryName,
      deliveryCents: orders.deliveryCents,
    })
    .from(orders)
    .where(eq(orders.id, orderId))
}

function listGoods(db: Database, orderId: string) {
  return db
    .select({ name: orderLines.name, quantity: orderLines.quantity, cents: orderLines.totalCents })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position))
    .limit(500)
}

function buyerOf(email: string, { fullName, street, postcode, city, country }: PostalAddress): Buyer {
  const [firstName = '', ...rest] = fullName.trim().split(/\s+/)
  return { email, firstName, lastName: rest.join(' ') || firstName, street, postcode, city, country }
}
