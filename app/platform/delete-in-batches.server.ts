import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './db.server'

/**
 * Deletes the rows that `where` names, so many per statement, and answers how many they were. No lock is held for long, and
 * rows that somebody works on are left for the next time.
 */
export async function deleteInBatches(
  db: Database,
  table: PgTable,
  { where, size = 1_000 }: { where: SQL; size?: number },
): Promise<number> {
  let deleted = 0
  for (;;) {
    const batch = await db.execute(sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${where} limit ${size} for update skip locked
      )) returning 1`)
    deleted += batch.length
    if (batch.length === 0) return deleted
  }
}
