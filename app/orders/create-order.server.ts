import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { newId, newToken } from '~/platform/ids.server'
import { announce } from '~/platform/queue.server'
import { orderLines, orders } from './order-tables.server'
import './order-announcements'

type OrderRow = typeof orders.$inferInsert
type LineRow = typeof orderLines.$inferInsert

/** What the customer agreed to, whole: nothing of it is looked up again later. */
export type OrderSnapshot = Omit<
  OrderRow,
  | 'id'
  | 'number'
  | 'linkSalt'
  | 'state'
  | 'placedAt'
  | 'paymentDeadline'
  | 'paidAt'
  | 'cancelledAt'
  | 'attention'
> & {
  lines: Omit<LineRow, 'id' | 'orderId' | 'position'>[]
  /** Staff look at it first: it keeps its goods until they have. */
  waitsForStaff?: boolean
}

/** The bank's page may stay open for 31 minutes; goods nobody began to pay for are free again after this. */
const MINUTES_TO_BEGIN_PAYING = 45

/** Writes the order down. Prices, stock and the cart are the caller's business, in the same transaction. */
export async function createOrder(
  db: Database,
  { lines, waitsForStaff = false, ...order }: OrderSnapshot,
): Promise<{ orderId: string; number: string }> {
  const orderId = newId()
  const number = await nextOrderNumber(db)
  await db.insert(orders).values({
    ...order,
    id: orderId,
    number,
    linkSalt: newToken(),
    paymentDeadline: waitsForStaff
      ? null
      : sql`clock_timestamp() + make_interval(mins => ${MINUTES_TO_BEGIN_PAYING})`,
  })
  await db
    .insert(orderLines)
    .values(lines.map((line, index) => ({ ...line, id: newId(), orderId, position: index + 1 })))
  await announce(db, { type: 'order.placed', orderId })
  return { orderId, number }
}

/** Unique and never reused. Gaps are allowed here: only invoices must not have any. */
async function nextOrderNumber(db: Database): Promise<string> {
  const [row] = await db.execute<{ number: string }>(sql`
    select 'C-' || to_char(clock_timestamp() at time zone 'Europe/Paris', 'YYYY')
      || '-' || lpad(nextval('order_numbers')::text, 6, '0') as number`)
  if (!row) throw new Error('The database gave no order number')
  return row.number
}
