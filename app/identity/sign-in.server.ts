import type { Shop } from '~/shop.server'
import { findAccountByEmail } from './account-queries.server'
import { isPassword } from './password.server'
import { startSession } from './sessions.server'

type Attempt = { email: string; password: string; address: string; userAgent: string }

export type SignInOutcome =
  | { ok: true; sessionId: string; level: number }
  | { ok: false; reason: 'wrong-credentials' }
  | { ok: false; reason: 'too-many-attempts'; retryAfterSeconds: number }

/**
 * Five failures per account in 15 minutes, thirty attempts per address (AUT-3). Counted before the password is looked
 * at, so that attempts at the same instant are counted too. Answers the same, after the same work, whether or not the
 * account exists. @throws TooBusyToHash
 */
export async function signIn(
  shop: Pick<Shop, 'db' | 'limits' | 'env'>,
  { email, password, address, userAgent }: Attempt,
): Promise<SignInOutcome> {
  const name = email.trim().toLowerCase()
  for (const allowance of [
    await shop.limits.take('sign-in-address', address),
    await shop.limits.take('sign-in-account', name),
  ])
    if (!allowance.ok)
      return { ok: false, reason: 'too-many-attempts', retryAfterSeconds: allowance.retryAfterSeconds }

  const account = await findAccountByEmail(shop.db, name)
  const isRight = await isPassword(password, account?.passwordHash, shop.env.PASSWORD_PEPPER)
  if (!account || !isRight || account.lockedAt) return { ok: false, reason: 'wrong-credentials' }

  await shop.limits.forget('sign-in-account', name)
  const sessionId = await startSession(shop, { accountId: account.id, userAgent })
  return { ok: true, sessionId, level: account.level }
}
