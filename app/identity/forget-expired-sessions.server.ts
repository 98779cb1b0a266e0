import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { deleteInBatches } from '~/platform/delete-in-batches.server'
import { accountSessions } from './account-tables.server'

/** Sessions that let nobody in any more. Answers how many. */
export function forgetExpiredSessions(db: Database): Promise<number> {
  return deleteInBatches(db, accountSessions, {
    where: sql`${accountSessions.expiresAt} < clock_timestamp()`,
  })
}
