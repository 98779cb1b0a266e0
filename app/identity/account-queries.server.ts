import { and, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '~/platform/db.server'
import { accountSessions, accounts } from './account-tables.server'

/** Whatever the case in which the e-mail is written; locked accounts included. */
export async function findAccountByEmail(db: Database, email: string) {
  const [account] = await db
    .select({
      id: accounts.id,
      passwordHash: accounts.passwordHash,
      level: accounts.level,
      email: accounts.email,
      language: accounts.language,
      lockedAt: accounts.lockedAt,
      activatedAt: accounts.activatedAt,
    })
    .from(accounts)
    .where(eq(sql`lower(${accounts.email})`, email.trim().toLowerCase()))
    .limit(1)
  return account ?? null
}

export async function findAccount(db: Database, accountId: string) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId))
  return account ?? null
}

/**
 * The account of a live session; null once it expired, was ended, or the account was locked. Asked at every request and
 * never kept. Whatever else will let somebody in (tokens, keys) joins the account in the same way, and keeps no level.
 */
export async function findAccountOfSession(db: Database, sessionHash: string) {
  const [account] = await db
    .select({
      id: accounts.id,
      email: accounts.email,
      name: accounts.name,
      level: accounts.level,
      sessionHash: accountSessions.idHash,
    })
    .from(accountSessions)
    .innerJoin(accounts, eq(accounts.id, accountSessions.accountId))
    .where(
      and(
        eq(accountSessions.idHash, sessionHash),
        gt(accountSessions.expiresAt, sql`now()`),
        isNull(accounts.lockedAt),
        isNotNull(accounts.activatedAt),
      ),
    )
    .limit(1)
  return account ?? null
}

/** The e-mail of the account that a column names, as part of another room's statement. */
export function emailOfAccount(db: Database, accountId: PgColumn): SQL<string | null> {
  return sql`${db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId))}`
}
