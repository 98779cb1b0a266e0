import { and, eq } from 'drizzle-orm'
import type { Shop } from '~/shop.server'
import { findAccountByEmail } from './account-queries.server'
import { accounts } from './account-tables.server'
import { comparePassword, hashPassword } from './passwords/password.server'
import { startSession } from './sessions.server'
import { isKnownTo, type KnownDevice, madeKnown } from './sign-in/known-device.server'

type Attempt = {
  email: string
  password: string
  clientIp: string
  userAgent: string
  device: KnownDevice | null
}

export type SignInOutcome =
  | { ok: true; sessionId: string; level: number; device: KnownDevice }
  | { ok: false; reason: 'wrong-credentials' }
  /** Said to who knows the password alone. */
  | { ok: false; reason: 'waits-for-staff' }
  | { ok: false; reason: 'too-many-attempts'; retryAfterSeconds: number }

/**
 * Five failures per account in 15 minutes, thirty attempts per client IP (AUT-3). Counted before the password is looked
 * at, so that attempts at the same instant are counted too. A browser in which the owner signed in before has five of its
 * own: what others try elsewhere does not keep them out. Answers the same, after the same work, whether or not the account
 * exists. @throws TooBusyToHash
 */
export async function signIn(
  shop: Pick<Shop, 'db' | 'limits' | 'env'>,
  { email, password, clientIp, userAgent, device }: Attempt,
): Promise<SignInOutcome> {
  const name = email.trim().toLowerCase()
  const isKnown = isKnownTo(device, name, shop.env.SESSION_SECRET)
  const [limit, counted] = isKnown
    ? (['sign-in-device', `${device.id} ${name}`] as const)
    : (['sign-in-account', name] as const)
  for (const allowance of [
    isKnown ? ({ ok: true } as const) : await shop.limits.take('sign-in-ip', clientIp),
    await shop.limits.take(limit, counted),
  ])
    if (!allowance.ok)
      return { ok: false, reason: 'too-many-attempts', retryAfterSeconds: allowance.retryAfterSeconds }

  const account = await findAccountByEmail(shop.db, name)
  const { matches, isOutdated } = await comparePassword(
    password,
    account?.passwordHash,
    shop.env.PASSWORD_PEPPER,
  )
  if (!account || !matches || account.lockedAt) return { ok: false, reason: 'wrong-credentials' }
  if (!account.activatedAt) return { ok: false, reason: 'waits-for-staff' }
  if (isOutdated) await renewHash(shop, { account, password })

  await shop.limits.forget(limit, counted)
  return {
    ok: true,
    sessionId: await startSession(shop, { accountId: account.id, userAgent, clientIp }),
    level: account.level,
    device: madeKnown(device, name, shop.env.SESSION_SECRET),
  }
}

/** Another sign-in at the same instant may have renewed it, or its owner changed it: then that one stands. */
async function renewHash(
  { db, env }: Pick<Shop, 'db' | 'env'>,
  { account, password }: { account: { id: string; passwordHash: string }; password: string },
) {
  const passwordHash = await hashPassword(password, env.PASSWORD_PEPPER)
  await db
    .update(accounts)
    .set({ passwordHash })
    .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash)))
}
