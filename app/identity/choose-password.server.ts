import { eq, sql } from 'drizzle-orm'
import { inTransaction } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { readSettings } from '~/settings/setting-queries.server'
import type { Shop } from '~/shop.server'
import { findAccount } from './account-queries.server'
import { accounts } from './account-tables.server'
import { endMailedLinks, findOpenLink, useMailedLink } from './mailed-links.server'
import { hashOfChosen, type PasswordRefusal } from './passwords/choose-hash.server'
import { endSessionsOf } from './security/end-sessions.server'

export type ChoosePasswordOutcome =
  | { ok: true; accountId: string }
  | PasswordRefusal
  | { ok: false; reason: 'link-ended' }

/**
 * Gives an account the password that its owner chose by a mailed link. The link is used up, every session ends, and the
 * owner is told by mail. @throws TooBusyToHash
 */
export async function choosePassword(
  { db, env }: Pick<Shop, 'db' | 'env'>,
  { linkId, password }: { linkId: string; password: string },
): Promise<ChoosePasswordOutcome> {
  const link = await findOpenLink(db, linkId)
  const account = link && (await findAccount(db, link.accountId))
  if (link?.purpose !== 'choose-password' || !account) return { ok: false, reason: 'link-ended' }

  const { shop } = await readSettings(db)
  const chosen = await hashOfChosen(password, {
    ...account,
    shopName: shop.name,
    pepper: env.PASSWORD_PEPPER,
  })
  if (!chosen.ok) return chosen

  return inTransaction<ChoosePasswordOutcome>(db, async (tx) => {
    const used = await useMailedLink(tx, linkId)
    // Sent to an e-mail that is no longer the account's, it proves nothing.
    if (!used || used.email !== account.email) return { ok: false, reason: 'link-ended' }
    await tx
      .update(accounts)
      .set({ passwordHash: chosen.passwordHash, emailVerifiedAt: sql`clock_timestamp()` })
      .where(eq(accounts.id, account.id))
    await endMailedLinks(tx, { accountId: account.id })
    await endSessionsOf(tx, { accountId: account.id })
    await announce(tx, { type: 'account.password-changed', accountId: account.id })
    return { ok: true, accountId: account.id }
  })
}
