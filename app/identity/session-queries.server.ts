import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { accountSessions } from './account-tables.server'

const MOST = 100

/** Where an account is signed in, the latest first. */
export function listSessions(db: Database, accountId: string) {
  return db
    .select({
      idHash: accountSessions.idHash,
      startedAt: accountSessions.startedAt,
      userAgent: accountSessions.userAgent,
      network: accountSessions.network,
    })
    .from(accountSessions)
    .where(
      and(eq(accountSessions.accountId, accountId), gt(accountSessions.expiresAt, sql`clock_timestamp()`)),
    )
    .orderBy(desc(accountSessions.startedAt))
    .limit(MOST)
}
