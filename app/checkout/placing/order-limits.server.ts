import { and, desc, gt, ne, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { carts } from '~/cart/cart-tables.server'
import { type KeptFor, visitorLock } from '~/inventory/room-to-keep.server'
import { orders } from '~/orders/order-tables.server'
import type { Database } from '~/platform/db.server'
import { inOrder } from '~/platform/in-order.server'

/** More than a garage orders for its customers, and than a company whose people share one address. */
const BY_ONE_PERSON = { orders: 10, minutes: 60 }
const FROM_ONE_ADDRESS = { orders: 20, minutes: 10 }

export type TooManyOrders = { ok: false; reason: 'too-many-orders'; retryAfterSeconds: number }

type Orderer = { cartId: string; email: string; accountId: string | null; keptFor: KeptFor }

/**
 * Refuses who ordered too often of late, by e-mail, by account or from one address. Of several orders of one visitor the
 * second waits here until the first is written down.
 */
export async function refuseTooMany(
  tx: Database,
  { cartId, email, accountId, keptFor }: Orderer,
): Promise<TooManyOrders | null> {
  const theirs = sql`lower(${orders.email}) = lower(${email})`
  const [, byEmail, byAccount, fromAddress] = await inOrder(
    visitorLock(tx, keptFor),
    lastOf(tx, { ...BY_ONE_PERSON, table: orders, at: orders.placedAt, which: theirs }),
    lastOf(tx, {
      ...BY_ONE_PERSON,
      table: orders,
      at: orders.placedAt,
      which: sql`${orders.accountId} = ${accountId}::uuid`,
    }),
    lastOf(tx, {
      ...FROM_ONE_ADDRESS,
      table: carts,
      at: carts.orderedAt,
      which: and(sql`${carts.openedFrom} = ${keptFor.address}::text`, ne(carts.id, cartId)),
    }),
  )
  const waits = [byEmail, byAccount, fromAddress].flatMap(([row]) => row?.seconds ?? [])
  if (waits.length === 0) return null
  return { ok: false, reason: 'too-many-orders', retryAfterSeconds: Math.max(1, ...waits) }
}

type Counted = {
  orders: number
  minutes: number
  table: typeof orders | typeof carts
  at: PgColumn
  which: SQL | undefined
}

/** In how many seconds one more may be placed, where as many as are allowed were placed already. */
function lastOf(tx: Database, { orders: allowed, minutes, table, at, which }: Counted) {
  const period = sql`make_interval(mins => ${minutes})`
  return tx
    .select({ seconds: sql<number>`ceil(extract(epoch from ${at} + ${period} - clock_timestamp()))::int` })
    .from(table)
    .where(and(which, gt(at, sql`clock_timestamp() - ${period}`)))
    .orderBy(desc(at))
    .offset(allowed - 1)
    .limit(1)
}
