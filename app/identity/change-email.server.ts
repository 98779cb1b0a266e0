import { and, eq, sql } from 'drizzle-orm'
import { brokenConstraint, inTransaction } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import type { Shop } from '~/shop.server'
import { findAccount, findAccountByEmail } from './account-queries.server'
import { accounts } from './account-tables.server'
import { endMailedLinks, openMailedLink, useMailedLink } from './mailed-links.server'
import { type ConfirmPasswordRefusal, confirmPassword } from './security/confirm-password.server'

export type AskForEmailOutcome = { ok: true } | ConfirmPasswordRefusal

/**
 * Has a link sent to the new e-mail; the change is made when it is followed. That the e-mail belongs to another account
 * is told there, and not to who asks. @throws TooBusyToHash
 */
export async function askForEmail(
  shop: Pick<Shop, 'db' | 'env' | 'limits'>,
  { accountId, password, email }: { accountId: string; password: string; email: string },
): Promise<AskForEmailOutcome> {
  const confirmed = await confirmPassword(shop, { accountId, password })
  if (!confirmed.ok) return confirmed
  if (!(await shop.limits.take('account-mail', email.toLowerCase())).ok) return { ok: true }

  await inTransaction(shop.db, async (tx) => {
    const other = await findAccountByEmail(tx, email)
    if (other && other.id !== accountId)
      return announce(tx, { type: 'account.email-in-use', accountId: other.id })
    const linkId = await openMailedLink(tx, { accountId, purpose: 'confirm-email', email })
    await announce(tx, { type: 'account.link-opened', linkId, purpose: 'confirm-email' })
  })
  return { ok: true }
}

export type ConfirmEmailOutcome = { ok: true; email: string } | { ok: false; reason: 'link-ended' }

/** Gives the account the e-mail that its link was sent to, and tells the one it had. */
export async function confirmEmail(
  { db }: Pick<Shop, 'db'>,
  { linkId }: { linkId: string },
): Promise<ConfirmEmailOutcome> {
  try {
    return await inTransaction<ConfirmEmailOutcome>(db, async (tx) => {
      const link = await useMailedLink(tx, linkId)
      const account = link && (await findAccount(tx, link.accountId))
      if (link?.purpose !== 'confirm-email' || !account) return { ok: false, reason: 'link-ended' }

      await tx
        .update(accounts)
        .set({ email: link.email, emailVerifiedAt: sql`clock_timestamp()` })
        .where(and(eq(accounts.id, account.id)))
      // A link to the earlier e-mail no longer opens this account.
      await endMailedLinks(tx, { accountId: account.id })
      await announce(tx, {
        type: 'account.email-changed',
        accountId: account.id,
        earlierEmail: account.email,
      })
      return { ok: true, email: link.email }
    })
  } catch (fault) {
    // Somebody opened an account with it meanwhile.
    if (brokenConstraint(fault) === 'accounts_by_email') return { ok: false, reason: 'link-ended' }
    throw fault
  }
}
