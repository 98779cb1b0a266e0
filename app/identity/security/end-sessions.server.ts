import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { accountSessions } from '../account-tables.server'

/** Signs an account out everywhere, or everywhere else. Answers how many sessions ended. */
export async function endSessionsOf(
  db: Database,
  { accountId, butFor }: { accountId: string; butFor?: string },
): Promise<number> {
  const ended = await db
    .delete(accountSessions)
    .where(
      and(eq(accountSessions.accountId, accountId), butFor ? ne(accountSessions.idHash, butFor) : undefined),
    )
    .returning({ idHash: accountSessions.idHash })
  return ended.length
}

/** Ends one session of an account; another's is not found. */
export async function endSessionOf(
  db: Database,
  { accountId, idHash }: { accountId: string; idHash: string },
): Promise<boolean> {
  const ended = await db
    .delete(accountSessions)
    .where(and(eq(accountSessions.accountId, accountId), eq(accountSessions.idHash, idHash)))
    .returning({ idHash: accountSessions.idHash })
  return ended.length > 0
}
