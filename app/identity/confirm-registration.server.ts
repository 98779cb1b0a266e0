import { and, eq, gt, sql } from 'drizzle-orm'
import { brokenConstraint, type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { announce } from '~/platform/queue.server'
import { readSettings } from '~/settings/setting-queries.server'
import type { Shop } from '~/shop.server'
import { accounts, registrations } from './account-tables.server'
import { startSession } from './sessions.server'
import { type KnownDevice, madeKnown } from './sign-in/known-device.server'

type Click = { registrationId: string; clientIp: string; userAgent: string; device: KnownDevice | null }

export type ConfirmRegistrationOutcome =
  /** Without a session while the account waits for staff. */
  | { ok: true; session: { sessionId: string; device: KnownDevice } | null }
  /** Used, run out, or the e-mail has an account meanwhile. */
  | { ok: false; reason: 'link-ended' }

/**
 * Makes the account that somebody asked for, now that the e-mail is shown to be theirs, and signs them in. Of two clicks
 * at the same instant one does.
 */
export async function confirmRegistration(
  { db, env }: Pick<Shop, 'db' | 'env'>,
  { registrationId, clientIp, userAgent, device }: Click,
): Promise<ConfirmRegistrationOutcome> {
  return inTransaction<ConfirmRegistrationOutcome>(db, async (tx) => {
    const [wish] = await tx
      .delete(registrations)
      .where(and(eq(registrations.id, registrationId), gt(registrations.expiresAt, sql`clock_timestamp()`)))
      .returning()
    if (!wish) return { ok: false, reason: 'link-ended' }

    const { waitForStaff } = (await readSettings(tx)).accounts
    const account = await makeAccount(tx, wish, waitForStaff)
    if (!account) return { ok: false, reason: 'link-ended' }
    const email = wish.email.toLowerCase()
    await tx.delete(registrations).where(eq(sql`lower(${registrations.email})`, email))
    await announce(tx, { type: 'account.opened', accountId: account.id })
    if (waitForStaff) return { ok: true, session: null }

    const sessionId = await startSession({ db: tx }, { accountId: account.id, userAgent, clientIp })
    return { ok: true, session: { sessionId, device: madeKnown(device, email, env.SESSION_SECRET) } }
  })
}

async function makeAccount(
  tx: Database,
  wish: typeof registrations.$inferSelect,
  waitsForStaff: boolean,
): Promise<{ id: string } | null> {
  const { email, name, username, phone, formOfAddress, passwordHash, language, wantsToSell } = wish
  const account = {
    id: newId(),
    ...{ email, name, username, phone, formOfAddress, passwordHash, language },
    emailVerifiedAt: sql`clock_timestamp()`,
    askedToSellAt: wantsToSell ? wish.createdAt : null,
    activatedAt: waitsForStaff ? null : sql`clock_timestamp()`,
  }
  // A savepoint each: a name that somebody else took meanwhile is left out, a taken e-mail ends it.
  for (const values of username ? [account, { ...account, username: null }] : [account])
    try {
      await tx.transaction((savepoint) => savepoint.insert(accounts).values(values))
      return { id: account.id }
    } catch (fault) {
      const broken = brokenConstraint(fault)
      if (broken === 'accounts_by_email') return null
      if (broken !== 'accounts_by_username') throw fault
    }
  return null
}
