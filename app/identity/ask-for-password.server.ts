import { inTransaction } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import type { Shop } from '~/shop.server'
import { findAccountByEmail } from './account-queries.server'
import { openMailedLink } from './mailed-links.server'

export type AskForPasswordOutcome =
  | { ok: true }
  | { ok: false; reason: 'too-many-attempts'; retryAfterSeconds: number }

/** Has a link sent with which the account's owner chooses a new password. The answer is the same when there is none. */
export async function askForPassword(
  { db, limits }: Pick<Shop, 'db' | 'limits'>,
  { email, clientIp }: { email: string; clientIp: string },
): Promise<AskForPasswordOutcome> {
  const allowance = await limits.take('ask-for-password', clientIp)
  if (!allowance.ok) return { ...allowance, reason: 'too-many-attempts' }
  if (!(await limits.take('account-mail', email.toLowerCase())).ok) return { ok: true }

  await inTransaction(db, async (tx) => {
    const account = await findAccountByEmail(tx, email)
    if (!account || account.lockedAt) return
    const linkId = await openMailedLink(tx, {
      accountId: account.id,
      purpose: 'choose-password',
      email: account.email,
    })
    await announce(tx, { type: 'account.link-opened', linkId, purpose: 'choose-password' })
  })
  return { ok: true }
}
