import { sql } from 'drizzle-orm'
import { shopTimeZone } from '~/i18n/time-zone'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId, newToken } from '~/platform/ids.server'
import { inOrder } from '~/platform/in-order.server'
import { orderLines, orders } from './order-tables.server'

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
  | 'deadlinePostponedAt'
  | 'paidAt'
  | 'cancelledAt'
  | 'attention'
> & {
  lines: Omit<LineRow, 'id' | 'orderId' | 'position'>[]
}

/** The bank's page may stay open for 31 minutes; goods nobody began to pay for are free again after this. */
const MINUTES_TO_BEGIN_PAYING = 45

/** Writes the order down. Prices, stock and the cart are the caller's business, in the same transaction. */
export async function createOrder(
  db: Database,
  { lines, ...order }: OrderSnapshot,
): Promise<{ orderId: string; number: string; linkSalt: string }> {
  const orderId = newId()
  const linkSalt = newToken()
  const deadline = sql`clock_timestamp() + make_interval(mins => ${MINUTES_TO_BEGIN_PAYING})`
  // What staff look at first keeps its goods until they have.
  const paymentDeadline = order.needsValidation ? null : deadline
  const rows = lines.map((line, index) => ({ ...line, id: newId(), orderId, position: index + 1 }))
  return inTransaction(db, async (tx) => {
    const writing = tx
      .insert(orders)
      .values({ ...order, id: orderId, number: nextNumber(), linkSalt, paymentDeadline })
      .returning({ number: orders.number })
    const [[written]] = await inOrder(writing, tx.insert(orderLines).values(rows))
    if (!written) throw new Error(`Order ${orderId} was not written`)
    return { orderId, number: written.number, linkSalt }
  })
}

/** Unique and never reused. Gaps are allowed here: only invoices must not have any. */
function nextNumber() {
  return sql`'C-' || to_char(clock_timestamp() at time zone ${shopTimeZone()}, 'YYYY')
    || '-' || lpad(nextval('order_numbers')::text, 6, '0')`
}
