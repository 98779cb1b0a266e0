import { sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import { inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { announce } from '~/platform/queue.server'
import { readSettings } from '~/settings/setting-queries.server'
import type { Shop } from '~/shop.server'
import { findAccountByEmail } from './account-queries.server'
import { accounts, registrations } from './account-tables.server'
import { hashOfChosen, type PasswordRefusal } from './passwords/choose-hash.server'
import type { Registration } from './registration/register-form'

const VALID_FOR_HOURS = 48

type Wish = Registration & { language: Language; clientIp: string }

export type RegisterOutcome =
  | { ok: true }
  | PasswordRefusal
  | { ok: false; reason: 'username-taken' }
  | { ok: false; reason: 'too-many-attempts'; retryAfterSeconds: number }

/**
 * Writes down who wants an account, and has a mail sent that makes it one. Whether the e-mail has an account already is
 * said in the mail alone: the answer, and the work done for it, are the same. @throws TooBusyToHash
 */
export async function register(
  { db, env, limits }: Pick<Shop, 'db' | 'env' | 'limits'>,
  { password, clientIp, ...wish }: Wish,
): Promise<RegisterOutcome> {
  const allowance = await limits.take('register', clientIp)
  if (!allowance.ok) return { ...allowance, reason: 'too-many-attempts' }
  if (wish.username && (await isUsernameTaken(db, wish.username)))
    return { ok: false, reason: 'username-taken' }

  const { shop } = await readSettings(db)
  const owner = { email: wish.email, name: wish.name, level: 1 }
  const chosen = await hashOfChosen(password, {
    ...owner,
    shopName: shop.name,
    pepper: env.PASSWORD_PEPPER,
  })
  if (!chosen.ok) return chosen
  // What goes to one recipient is limited whoever asks; who asks is not told.
  if (!(await limits.take('account-mail', wish.email.toLowerCase())).ok) return { ok: true }

  await inTransaction(db, async (tx) => {
    const account = await findAccountByEmail(tx, wish.email)
    if (account) return announce(tx, { type: 'account.email-in-use', accountId: account.id })
    const registrationId = newId()
    await tx.insert(registrations).values({
      ...wish,
      id: registrationId,
      passwordHash: chosen.passwordHash,
      expiresAt: new Date(Date.now() + VALID_FOR_HOURS * 3_600_000),
    })
    await announce(tx, { type: 'account.registration-asked', registrationId })
  })
  return { ok: true }
}

async function isUsernameTaken(db: Shop['db'], username: string): Promise<boolean> {
  return (await db.$count(accounts, sql`lower(${accounts.username}) = ${username.toLowerCase()}`)) > 0
}
