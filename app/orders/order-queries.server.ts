import { and, asc, count, desc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { accounts } from '~/identity/account-tables.server'
import type { Database } from '~/platform/db.server'
import type { OrderState } from './order-state'
import { orderLines, orders, orderTransitions } from './order-tables.server'

export type Order = NonNullable<Awaited<ReturnType<typeof findOrder>>>
export type OrderMove = Awaited<ReturnType<typeof listOrderHistory>>[number]

/** An order with its lines, in the order of the cart. */
export async function findOrder(db: Database, orderId: string) {
  return withLines(db, eq(orders.id, orderId))
}

export async function findOrderByNumber(db: Database, number: string) {
  return withLines(db, eq(orders.number, number))
}

/** The order that a cart became: a cart becomes one at most. */
export async function findOrderOfCart(db: Database, cartId: string) {
  return withLines(db, eq(orders.cartId, cartId))
}

async function withLines(db: Database, which: SQL) {
  const id = db.select({ id: orders.id }).from(orders).where(which)
  const [[order], lines] = await Promise.all([
    db.select().from(orders).where(which),
    db.select().from(orderLines).where(inArray(orderLines.orderId, id)).orderBy(asc(orderLines.position)),
  ])
  return order ? { ...order, lines } : null
}

/** Who moved an order when and where to, oldest first. */
export function listOrderHistory(db: Database, orderId: string) {
  return db
    .select({
      seq: orderTransitions.seq,
      from: orderTransitions.fromState,
      to: orderTransitions.toState,
      actorKind: orderTransitions.actorKind,
      actorName: accounts.email,
      reason: orderTransitions.reason,
      at: orderTransitions.at,
    })
    .from(orderTransitions)
    .leftJoin(accounts, eq(accounts.id, orderTransitions.actorId))
    .where(eq(orderTransitions.orderId, orderId))
    .orderBy(asc(orderTransitions.seq))
    .limit(100)
}

type OrderFilter = { state?: OrderState; needsAttention?: boolean; search?: string }

/** A page of the orders for staff, the newest first; `search` is part of a number, an e-mail address or a name. */
export async function searchOrders(
  db: Database,
  { page = 1, perPage = 50, ...filter }: OrderFilter & { page?: number; perPage?: number },
) {
  const which = matching(filter)
  const [total] = await db.select({ count: count() }).from(orders).where(which)
  const found = await db
    .select({
      id: orders.id,
      number: orders.number,
      email: orders.email,
      name: sql<string>`${orders.shippingAddress} ->> 'fullName'`,
      state: orders.state,
      totalCents: orders.totalCents,
      placedAt: orders.placedAt,
      attention: orders.attention,
    })
    .from(orders)
    .where(which)
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  return { orders: found, count: total?.count ?? 0, pageCount: Math.ceil((total?.count ?? 0) / perPage) }
}

function matching({ state, needsAttention, search }: OrderFilter): SQL | undefined {
  const filters: (SQL | undefined)[] = []
  if (state) filters.push(eq(orders.state, state))
  if (needsAttention) filters.push(isNotNull(orders.attention))
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    const name = sql`${orders.shippingAddress} ->> 'fullName'`
    filters.push(
      or(
        sql`${orders.number} ilike ${pattern}`,
        sql`${orders.email} ilike ${pattern}`,
        sql`${name} ilike ${pattern}`,
      ),
    )
  }
  return and(...filters)
}

export async function countOrdersByState(db: Database) {
  const rows = await db.select({ state: orders.state, count: count() }).from(orders).groupBy(orders.state)
  return new Map(rows.map((row) => [row.state, row.count]))
}

export const UNPAID_STATES = [
  'pending',
  'validated',
  'payment_pending',
  'payment_failed',
] as const satisfies OrderState[]

/** Orders whose goods have waited long enough for the money, by the database's clock. */
export function listOverdueOrders(db: Database, limit = 100) {
  return db
    .select({ id: orders.id, state: orders.state })
    .from(orders)
    .where(and(inArray(orders.state, UNPAID_STATES), sql`${orders.paymentDeadline} < clock_timestamp()`))
    .orderBy(asc(orders.paymentDeadline))
    .limit(limit)
}
