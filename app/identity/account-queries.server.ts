import { eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '~/platform/db.server'
import { accounts } from './account-tables.server'

/** The e-mail of the account that a column names, as part of another room's statement. */
export function emailOfAccount(db: Database, accountId: PgColumn): SQL<string | null> {
  return sql`${db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId))}`
}
