import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { cutText } from '~/text/cut-text'
import { isLive } from '../attempt-queries.server'
import { paymentAttempts } from '../payment-tables.server'

/** Nobody is sent to these sessions any more; whether they can still be paid is for the bank to say. */
export async function markClosing(db: Database, attemptIds: string[]): Promise<void> {
  if (attemptIds.length === 0) return
  await db
    .update(paymentAttempts)
    .set({ closingAt: sql`clock_timestamp()` })
    .where(and(inArray(paymentAttempts.id, attemptIds), isLive, isNull(paymentAttempts.closingAt)))
}

type Ending = { attemptId: string; status: 'failed' | 'closed'; failure?: string }

/** Ends an attempt without money. One that was paid, or ended before, stays as it is. */
export async function endAttempt(
  db: Database,
  { attemptId, status, failure }: Ending,
): Promise<{ ended: boolean }> {
  const rows = await db
    .update(paymentAttempts)
    .set({ status, failure: failure && cutText(failure, 500), endedAt: sql`clock_timestamp()` })
    .where(and(eq(paymentAttempts.id, attemptId), isLive))
    .returning({ id: paymentAttempts.id })
  return { ended: rows.length > 0 }
}
