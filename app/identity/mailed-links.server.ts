import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isId, isSameToken, newId, signedToken } from '~/platform/ids.server'
import { accounts, type LinkPurpose, mailedLinks } from './account-tables.server'
import { leastCharacters } from './password-rules'

const HOUR_MS = 3_600_000
const VALID_FOR_HOURS: Record<LinkPurpose, number> = { 'choose-password': 1, 'confirm-email': 24 }

/** A registration's link names the row of the registration, there being no account yet. */
export type LinkKind = LinkPurpose | 'confirm-registration'

export type MailedLink = typeof mailedLinks.$inferSelect

/** What stands after `link=`: the row's id, and a token that only the holder of the secret can compute. */
export function linkCode(kind: LinkKind, id: string, secret: string): string {
  return `${id}.${signedToken(secret, kind, id)}`
}

/** The id of the row that a link names, or null when it was not made by this shop for this purpose. */
export function readLinkCode(kind: LinkKind, code: string | null, secret: string): string | null {
  const [id = '', token = '', ...rest] = code?.split('.') ?? []
  if (rest.length > 0 || !isId(id)) return null
  return isSameToken(token, signedToken(secret, kind, id)) ? id : null
}

/** Writes a new link for an account; an earlier one for the same purpose opens nothing any more. */
export async function openMailedLink(
  tx: Database,
  { accountId, purpose, email }: { accountId: string; purpose: LinkPurpose; email: string },
): Promise<string> {
  await endMailedLinks(tx, { accountId, purpose })
  const id = newId()
  const expiresAt = new Date(Date.now() + VALID_FOR_HOURS[purpose] * HOUR_MS)
  await tx.insert(mailedLinks).values({ id, accountId, purpose, email, expiresAt })
  return id
}

export async function endMailedLinks(
  tx: Database,
  { accountId, purpose }: { accountId: string; purpose?: LinkPurpose },
): Promise<void> {
  await tx
    .update(mailedLinks)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(mailedLinks.accountId, accountId),
        isNull(mailedLinks.endedAt),
        purpose && eq(mailedLinks.purpose, purpose),
      ),
    )
}

/** The link, while it can still be used. */
export async function findOpenLink(db: Database, linkId: string): Promise<MailedLink | null> {
  const [link] = await db.select().from(mailedLinks).where(isOpen(linkId))
  return link ?? null
}

/** Uses a link up; of any number of uses at the same instant one gets it. */
export async function useMailedLink(tx: Database, linkId: string): Promise<MailedLink | null> {
  const [link] = await tx
    .update(mailedLinks)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(isOpen(linkId))
    .returning()
  return link ?? null
}

function isOpen(linkId: string) {
  return and(
    eq(mailedLinks.id, linkId),
    isNull(mailedLinks.endedAt),
    gt(mailedLinks.expiresAt, sql`clock_timestamp()`),
  )
}

/** Where the link of a mail leads, in French. */
export function mailedLinkPath(kind: LinkKind, id: string, secret: string): string {
  return `${PATHS[kind]}?link=${linkCode(kind, id, secret)}`
}

const PATHS: Record<LinkKind, string> = {
  'confirm-registration': '/confirm-account',
  'choose-password': '/choose-password',
  'confirm-email': '/confirm-email',
}

/** What the page of a link to a new password needs to know of the account; null when the link has ended. */
export async function findLinkToPassword(db: Database, linkId: string) {
  const [link] = await db
    .select({ email: accounts.email, level: accounts.level })
    .from(mailedLinks)
    .innerJoin(accounts, eq(accounts.id, mailedLinks.accountId))
    .where(and(isOpen(linkId), eq(mailedLinks.purpose, 'choose-password')))
  return link ? { email: link.email, least: leastCharacters(link.level) } : null
}
