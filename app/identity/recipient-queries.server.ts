import { and, eq, gt, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { findAccount } from './account-queries.server'
import { registrations } from './account-tables.server'
import { findOpenLink, mailedLinkPath } from './mailed-links.server'

/** What is written to the owner of an account; `id` names a registration, a link, or the account. */
export type AccountNews =
  | { kind: 'registration' | 'choose-password' | 'confirm-email'; id: string }
  | { kind: 'email-in-use' | 'opened' | 'password-changed'; id: string }
  | { kind: 'email-changed'; id: string; earlierEmail: string }

export type Recipient = { email: string; language: Language; path: string }

/** Who is told, in which language, and where the mail's button leads; null when it is no longer true. */
export async function findRecipient(
  db: Database,
  news: AccountNews,
  secret: string,
): Promise<Recipient | null> {
  switch (news.kind) {
    case 'registration':
      return findRegistrant(db, news.id, secret)
    case 'choose-password':
    case 'confirm-email': {
      const link = await findOpenLink(db, news.id)
      const account = link && (await findAccount(db, link.accountId))
      if (!account) return null
      const path = mailedLinkPath(news.kind, link.id, secret)
      return { email: link.email, language: account.language, path }
    }
    default: {
      const account = await findAccount(db, news.id)
      if (!account) return null
      const email = news.kind === 'email-changed' ? news.earlierEmail : account.email
      return { email, language: account.language, path: PATHS[news.kind] }
    }
  }
}

const PATHS = {
  'email-in-use': '/forgotten-password',
  'password-changed': '/forgotten-password',
  'email-changed': '/',
  opened: '/account',
}

async function findRegistrant(db: Database, id: string, secret: string): Promise<Recipient | null> {
  const [wish] = await db
    .select({ email: registrations.email, language: registrations.language })
    .from(registrations)
    .where(and(eq(registrations.id, id), gt(registrations.expiresAt, sql`clock_timestamp()`)))
  return wish ? { ...wish, path: mailedLinkPath('confirm-registration', id, secret) } : null
}
