import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { emailOfAccount } from '~/identity/account-queries.server'
import type { Database } from '~/platform/db.server'
import { type OrderState, UNPAID_STATES } from './order-state'
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

/** An order's lines alone, in the order of the cart. */
export function listOrderLines(db: Database, orderId: string) {
  return db.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(asc(orderLines.position))
}

/** By what an order is named, to a bank and to its customer. */
export async function findOrderContact(db: Database, orderId: string) {
  const [order] = await db
    .select({ number: orders.number, email: orders.email })
    .from(orders)
    .where(eq(orders.id, orderId))
  return order ?? null
}

/** The ids of a person's orders, as part of another room's statement. */
export function idsOfOrdersBy(
  db: Database,
  { email, unpaidOnly = false }: { email: string; unpaidOnly?: boolean },
) {
  const theirs = sql`lower(${orders.email}) = lower(${email})`
  return db
    .select({ id: orders.id })
    .from(orders)
    .where(and(theirs, unpaidOnly ? isNull(orders.paidAt) : undefined))
}

/** The number of the order that a column names, as part of another room's statement. */
export function numberOfOrder<Column extends PgColumn>(
  db: Database,
  orderId: Column,
): SQL<Column['_']['notNull'] extends true ? string : string | null> {
  return sql`${db.select({ number: orders.number }).from(orders).where(eq(orders.id, orderId))}`
}

/** Whether staff have all of these orders before them for the same reason already. */
export async function areAllFlagged(
  db: Database,
  { orderIds, attention }: { orderIds: string[]; attention: string },
): Promise<boolean> {
  const others = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(inArray(orders.id, orderIds), sql`${orders.attention} is distinct from ${attention}`))
    .limit(1)
  return others.length === 0
}

/** Fails where the database gives no answer, or was never migrated. */
export async function touchOrders(db: Database): Promise<void> {
  await db.select({ id: orders.id }).from(orders).limit(1)
}

/** Who moved an order when and where to, oldest first. */
export function listOrderHistory(db: Database, orderId: string) {
  return db
    .select({
      seq: orderTransitions.seq,
      from: orderTransitions.fromState,
      to: orderTransitions.toState,
      actorKind: orderTransitions.actorKind,
      actorName: emailOfAccount(db, orderTransitions.actorId),
      reason: orderTransitions.reason,
      at: orderTransitions.at,
    })
    .from(orderTransitions)
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

/** Orders whose goods have waited long enough for the money, by the database's clock. */
export function listOverdueOrders(db: Database, limit = 100) {
  return db
    .select({ id: orders.id, state: orders.state })
    .from(orders)
    .where(and(inArray(orders.state, UNPAID_STATES), sql`${orders.paymentDeadline} < clock_timestamp()`))
    .orderBy(asc(orders.paymentDeadline))
    .limit(limit)
}
