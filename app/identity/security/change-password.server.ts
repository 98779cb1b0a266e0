import { and, eq } from 'drizzle-orm'
import { inTransaction } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { readSettings } from '~/settings/setting-queries.server'
import type { Shop } from '~/shop.server'
import { findAccount } from '../account-queries.server'
import { accounts } from '../account-tables.server'
import { endMailedLinks } from '../mailed-links.server'
import { hashOfChosen, type PasswordRefusal } from '../passwords/choose-hash.server'
import { type ConfirmPasswordRefusal, confirmPassword } from './confirm-password.server'
import { endSessionsOf } from './end-sessions.server'

type Change = { accountId: string; sessionHash: string; password: string; newPassword: string }

export type ChangePasswordOutcome = { ok: true } | ConfirmPasswordRefusal | PasswordRefusal

/** Replaces a password by another. Every other session ends, mailed links too, and the owner is told. @throws TooBusyToHash */
export async function changePassword(
  shop: Pick<Shop, 'db' | 'env' | 'limits'>,
  { accountId, sessionHash, password, newPassword }: Change,
): Promise<ChangePasswordOutcome> {
  const confirmed = await confirmPassword(shop, { accountId, password })
  if (!confirmed.ok) return confirmed
  const account = await findAccount(shop.db, accountId)
  if (!account) return { ok: false, reason: 'wrong-password' }

  const settings = await readSettings(shop.db)
  const chosen = await hashOfChosen(newPassword, {
    ...account,
    shopName: settings.shop.name,
    pepper: shop.env.PASSWORD_PEPPER,
  })
  if (!chosen.ok) return chosen

  return inTransaction<ChangePasswordOutcome>(shop.db, async (tx) => {
    // Changed meanwhile, the password that was given is no longer the account's.
    const [changed] = await tx
      .update(accounts)
      .set({ passwordHash: chosen.passwordHash })
      .where(and(eq(accounts.id, accountId), eq(accounts.passwordHash, confirmed.passwordHash)))
      .returning({ id: accounts.id })
    if (!changed) return { ok: false, reason: 'wrong-password' }
    await endMailedLinks(tx, { accountId })
    await endSessionsOf(tx, { accountId, butFor: sessionHash })
    await announce(tx, { type: 'account.password-changed', accountId })
    return { ok: true }
  })
}
