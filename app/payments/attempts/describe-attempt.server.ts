import { findOrder, findOrderContact } from '~/orders/order-queries.server'
import type { PostalAddress } from '~/orders/postal-address'
import type { Database } from '~/platform/db.server'
import type { Attempt } from '../attempt-queries.server'
import type { AttemptToOpen, Buyer, Session } from '../gateway'

/** What the bank is told about an attempt. Made of snapshots alone, so that a repeated call says the same. */
export async function describeAttempt(
  db: Database,
  attempt: Attempt,
  origin: string,
): Promise<AttemptToOpen> {
  const order = await findOrder(db, attempt.orderId)
  if (!order) throw new Error(`Attempt ${attempt.id} has no order`)
  const lines = order.lines.map(({ name, quantity, totalCents: cents }) => ({ name, quantity, cents }))
  const delivery = { name: order.deliveryName, quantity: 1, cents: order.deliveryCents }

  return {
    attemptId: attempt.id,
    orderNumber: order.number,
    amount: { cents: attempt.amountCents, currency: attempt.currency },
    lines: order.deliveryCents > 0 ? [...lines, delivery] : lines,
    buyer: buyerOf(order.email, order.billingAddress),
    language: order.language,
    startedAt: attempt.startedAt,
    returnUrl: `${origin}${attempt.returnPath}`,
    cancelUrl: `${origin}${attempt.cancelPath}`,
  }
}

function buyerOf(email: string, { fullName, street, postcode, city, country }: PostalAddress): Buyer {
  const [firstName = '', ...rest] = fullName.trim().split(/\s+/)
  return { email, firstName, lastName: rest.join(' ') || firstName, street, postcode, city, country }
}

/** An attempt whose page was opened, as its bank knows it. */
export async function describeSession(db: Database, attempt: Attempt): Promise<Session> {
  const order = await findOrderContact(db, attempt.orderId)
  if (!order || !attempt.sessionId) throw new Error(`Attempt ${attempt.id} has no session`)
  return {
    attemptId: attempt.id,
    sessionId: attempt.sessionId,
    orderNumber: order.number,
    startedAt: attempt.startedAt,
    amount: { cents: attempt.amountCents, currency: attempt.currency },
  }
}
