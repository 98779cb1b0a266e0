import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { type PeriodLimit, waitForOneMore } from '~/platform/wait-for-one-more.server'
import { orders } from './order-tables.server'

/** In how many seconds one more order may be placed under this e-mail; no row: now. A query, to be sent with others. */
export function findOrderWaitOfEmail(db: Database, { email, ...limit }: { email: string } & PeriodLimit) {
  const isTheirs = sql`lower(${orders.email}) = lower(${email})`
  return waitForOneMore(db, { ...limit, table: orders, at: orders.placedAt, which: isTheirs })
}

/** The same for an account; nobody's account has to wait. */
export function findOrderWaitOfAccount(
  db: Database,
  { accountId, ...limit }: { accountId: string | null } & PeriodLimit,
) {
  const isTheirs = sql`${orders.accountId} = ${accountId}::uuid`
  return waitForOneMore(db, { ...limit, table: orders, at: orders.placedAt, which: isTheirs })
}
