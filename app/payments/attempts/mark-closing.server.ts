import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isLive } from '../payment-queries.server'
import { paymentAttempts } from '../payment-tables.server'

/** Nobody is sent to these sessions any more; whether they can still be paid is for the bank to say. */
export async function markClosing(db: Database, attemptIds: string[]): Promise<void> {
  if (attemptIds.length === 0) return
  await db
    .update(paymentAttempts)
    .set({ closingAt: sql`clock_timestamp()` })
    .where(and(inArray(paymentAttempts.id, attemptIds), isLive, isNull(paymentAttempts.closingAt)))
}
