import { DEFAULT_LANGUAGE, type Language } from '~/i18n/language'
import { brokenConstraint, type Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { accounts } from './account-tables.server'
import { hashPassword } from './passwords/password.server'

type NewAccount = {
  email: string
  password: string
  level: number
  name?: string
  language?: Language
  pepper: string
}

export type CreateAccountOutcome = { ok: true; accountId: string } | { ok: false; reason: 'email-taken' }

/** E-mails are unique whatever their case. */
export async function createAccount(
  db: Database,
  { email, password, level, name = '', language = DEFAULT_LANGUAGE, pepper }: NewAccount,
): Promise<CreateAccountOutcome> {
  const accountId = newId()
  const passwordHash = await hashPassword(password, pepper)
  try {
    // A savepoint: a taken e-mail must not spoil the caller's transaction.
    await db.transaction((tx) =>
      tx.insert(accounts).values({ id: accountId, email: email.trim(), name, level, language, passwordHash }),
    )
  } catch (fault) {
    if (brokenConstraint(fault) === 'accounts_by_email') return { ok: false, reason: 'email-taken' }
    throw fault
  }
  return { ok: true, accountId }
}
