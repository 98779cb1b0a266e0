import type { Shop } from '~/shop.server'
import { findAccount } from '../account-queries.server'
import { comparePassword } from '../passwords/password.server'

export type ConfirmPasswordRefusal =
  | { ok: false; reason: 'wrong-password' }
  | { ok: false; reason: 'too-many-attempts'; retryAfterSeconds: number }

/** Whether who is signed in knows the password: asked before what is sensitive. @throws TooBusyToHash */
export async function confirmPassword(
  { db, env, limits }: Pick<Shop, 'db' | 'env' | 'limits'>,
  { accountId, password }: { accountId: string; password: string },
): Promise<{ ok: true; passwordHash: string } | ConfirmPasswordRefusal> {
  const allowance = await limits.take('confirm-password', accountId)
  if (!allowance.ok) return { ...allowance, reason: 'too-many-attempts' }

  const account = await findAccount(db, accountId)
  const { matches } = await comparePassword(password, account?.passwordHash, env.PASSWORD_PEPPER)
  if (!account || !matches) return { ok: false, reason: 'wrong-password' }
  await limits.forget('confirm-password', accountId)
  return { ok: true, passwordHash: account.passwordHash }
}
