import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Shop } from '~/shop.server'
import { cutText } from '~/text/cut-text'
import type { SignedInAccount } from './access'
import { findAccountOfSession } from './account-queries.server'
import { accountSessions } from './account-tables.server'

export const SESSION_DAYS = 7
const CACHED_SECONDS = 60

type SessionShop = Pick<Shop, 'db' | 'redis' | 'log'>

/** Starts a session with a new id, never one that the browser brought. Returns the id for the cookie. */
export async function startSession(
  { db }: Pick<SessionShop, 'db'>,
  { accountId, userAgent }: { accountId: string; userAgent: string },
): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await db.insert(accountSessions).values({
    idHash: hashOf(id),
    accountId,
    expiresAt: new Date(Date.now() + SESSION_DAYS * 24 * 3600 * 1000),
    userAgent: cutText(userAgent, 300),
  })
  return id
}

/**
 * Who the session belongs to. Redis answers for a minute what Postgres said, so that an emptied Redis signs nobody out
 * and a change of level or a lock is felt within that minute even if Redis missed it.
 */
export async function findSessionAccount(
  { db, redis, log }: SessionShop,
  sessionId: string,
): Promise<SignedInAccount | null> {
  const key = `session:${hashOf(sessionId)}`
  const cached = await redis?.get(key).catch(() => null)
  if (cached) return JSON.parse(cached) as SignedInAccount

  const account = await findAccountOfSession(db, hashOf(sessionId))
  if (account)
    await redis
      ?.set(key, JSON.stringify(account), 'EX', CACHED_SECONDS)
      .catch((fault: Error) => log.debug({ fault: fault.message }, 'session not cached'))
  return account
}

/** Signs out. Where Redis cannot be reached, its copy lives on for a minute at most. */
export async function endSession({ db, redis }: SessionShop, sessionId: string): Promise<void> {
  await db.delete(accountSessions).where(eq(accountSessions.idHash, hashOf(sessionId)))
  await redis?.del(`session:${hashOf(sessionId)}`).catch(() => {})
}

function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}
