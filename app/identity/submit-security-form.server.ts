import type { Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { formErrors } from '~/i18n/form-errors'
import type { Shop } from '~/shop.server'
import type { SignedInAccount } from './access'
import { type Busy, orBusy } from './authenticator.server'
import { type AskForEmailOutcome, askForEmail } from './change-email.server'
import { type ChangePasswordOutcome, changePassword } from './security/change-password.server'
import { endSessionOf, endSessionsOf } from './security/end-sessions.server'
import { changeEmailForm, changePasswordForm, endSessionForm } from './sign-in-forms'

export type SecurityRefusal =
  | Exclude<ChangePasswordOutcome | AskForEmailOutcome, { ok: true }>
  | Busy
  | { ok: false; reason: 'unknown-session' | 'unknown-intent' }

export type SubmitSecurityFormOutcome =
  | { ok: true; done: 'password' | 'email' | 'session' }
  | { ok: false; reason: 'wrong-fields'; submission: Submission<object> }
  | (SecurityRefusal & { submission?: Submission<object> })

type Asker = Pick<SignedInAccount, 'id' | 'sessionHash'>

/** Does what a form of the page of security asks, for the account that is signed in. */
export async function submitSecurityForm(
  shop: Pick<Shop, 'db' | 'env' | 'limits'>,
  { form, account }: { form: FormData; account: Asker },
): Promise<SubmitSecurityFormOutcome> {
  switch (form.get('intent')) {
    case 'change-password':
      return submitPassword(shop, form, account)
    case 'change-email':
      return submitEmail(shop, form, account)
    case 'end-session':
      return submitSession(shop, form, account)
    case 'end-others':
      await endSessionsOf(shop.db, { accountId: account.id, butFor: account.sessionHash })
      return { ok: true, done: 'session' }
    default:
      return { ok: false, reason: 'unknown-intent' }
  }
}

async function submitPassword(
  shop: Pick<Shop, 'db' | 'env' | 'limits'>,
  form: FormData,
  { id: accountId, sessionHash }: Asker,
): Promise<SubmitSecurityFormOutcome> {
  const submission = parseWithZod(form, { schema: changePasswordForm, error: formErrors })
  if (submission.status !== 'success') return { ok: false, reason: 'wrong-fields', submission }
  const outcome = await orBusy(changePassword(shop, { accountId, sessionHash, ...submission.value }))
  return outcome.ok ? { ok: true, done: 'password' } : { ...outcome, submission }
}

async function submitEmail(
  shop: Pick<Shop, 'db' | 'env' | 'limits'>,
  form: FormData,
  { id: accountId }: Asker,
): Promise<SubmitSecurityFormOutcome> {
  const submission = parseWithZod(form, { schema: changeEmailForm, error: formErrors })
  if (submission.status !== 'success') return { ok: false, reason: 'wrong-fields', submission }
  const { newEmail: email, password } = submission.value
  const outcome = await orBusy(askForEmail(shop, { accountId, email, password }))
  return outcome.ok ? { ok: true, done: 'email' } : { ...outcome, submission }
}

async function submitSession(
  { db }: Pick<Shop, 'db'>,
  form: FormData,
  { id: accountId }: Asker,
): Promise<SubmitSecurityFormOutcome> {
  const submission = parseWithZod(form, { schema: endSessionForm, error: formErrors })
  if (submission.status !== 'success') return { ok: false, reason: 'unknown-session' }
  const ended = await endSessionOf(db, { accountId, idHash: submission.value.session })
  return ended ? { ok: true, done: 'session' } : { ok: false, reason: 'unknown-session' }
}
