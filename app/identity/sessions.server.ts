import { createHash, randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { deleteInBatches } from '~/platform/delete-in-batches.server'
import type { Shop } from '~/shop.server'
import { cutText } from '~/text/cut-text'
import type { SignedInAccount } from './access'
import { findAccountOfSession } from './account-queries.server'
import { accountSessions } from './account-tables.server'

export const SESSION_DAYS = 7

/** Starts a session with a new id, never one that the browser brought. Returns the id for the cookie. */
export async function startSession(
  { db }: Pick<Shop, 'db'>,
  { accountId, userAgent, clientIp }: { accountId: string; userAgent: string; clientIp: string },
): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await db.insert(accountSessions).values({
    idHash: hashOf(id),
    accountId,
    expiresAt: new Date(Date.now() + SESSION_DAYS * 24 * 3600 * 1000),
    userAgent: cutText(userAgent, 300),
    network: withoutLastPart(clientIp),
  })
  return id
}

/** Who the session belongs to, as Postgres knows it now: what somebody may do is never remembered from one request to the next. */
export function findSessionAccount(
  { db }: Pick<Shop, 'db'>,
  sessionId: string,
): Promise<SignedInAccount | null> {
  return findAccountOfSession(db, hashOf(sessionId))
}

export async function endSession({ db }: Pick<Shop, 'db'>, sessionId: string): Promise<void> {
  await db.delete(accountSessions).where(eq(accountSessions.idHash, hashOf(sessionId)))
}

/** Sessions that let nobody in any more. Answers how many. */
export function forgetExpiredSessions(db: Database): Promise<number> {
  return deleteInBatches(db, accountSessions, {
    where: sql`${accountSessions.expiresAt} < clock_timestamp()`,
  })
}

function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/** Enough to recognise where one signed in, and too little to find who. */
function withoutLastPart(clientIp: string): string {
  return clientIp.replace(/\.\d+$/, '.*')
}
