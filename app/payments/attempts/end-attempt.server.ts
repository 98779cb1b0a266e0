import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { cutText } from '~/text/cut-text'
import { isLive } from '../payment-queries.server'
import { paymentAttempts } from '../payment-tables.server'

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
