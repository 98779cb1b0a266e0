import type { Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Authenticator } from 'remix-auth'
import { FormStrategy } from 'remix-auth-form'
import { formErrors } from '~/i18n/form-errors'
import type { Language } from '~/i18n/language'
import { checkedForm } from '~/platform/read-form.server'
import type { Shop } from '~/shop.server'
import { TooBusyToHash } from './passwords/password.server'
import { type RegisterOutcome, register } from './register.server'
import { registerForm } from './registration/register-form'
import type { KnownDevice } from './sign-in/known-device.server'
import { type SignInOutcome, signIn } from './sign-in.server'
import { signInForm } from './sign-in-forms'

type Caller = { clientIp: string; userAgent: string; device: KnownDevice | null; language: Language }
type IdentityShop = Pick<Shop, 'db' | 'limits' | 'env'>

/** The form as it was sent, and what came of it once every field was right. */
export type Attempted<Outcome> = { submission: Submission<object>; outcome: Outcome | Busy | null }

/** Too many passwords are being hashed; in a few seconds there will be room. */
export type Busy = { ok: false; reason: 'busy' }

/** Signs in by the form of the request (remix-auth's form strategy); the session is begun by the caller's cookie. */
export function signInByForm(
  shop: IdentityShop,
  request: Request,
  caller: Caller,
): Promise<Attempted<SignInOutcome>> {
  return byForm(request, async (form) => {
    const submission = parseWithZod(form, { schema: signInForm, error: formErrors })
    if (submission.status !== 'success') return { submission, outcome: null }
    return { submission, outcome: await orBusy(signIn(shop, { ...submission.value, ...caller })) }
  })
}

/** Registers by the form of the request. */
export function registerByForm(
  shop: IdentityShop,
  request: Request,
  { clientIp, language }: Pick<Caller, 'clientIp' | 'language'>,
): Promise<Attempted<RegisterOutcome>> {
  return byForm(request, async (form) => {
    const submission = parseWithZod(form, { schema: registerForm, error: formErrors })
    if (submission.status !== 'success') return { submission, outcome: null }
    const { terms: _agreed, wantsToSell, phone = '', ...typed } = submission.value
    const wish = { ...typed, phone, wantsToSell: wantsToSell === 'on', language, clientIp }
    return { submission, outcome: await orBusy(register(shop, wish)) }
  })
}

function byForm<Answer>(request: Request, answer: (form: FormData) => Promise<Answer>): Promise<Answer> {
  const authenticator = new Authenticator<Answer>()
  authenticator.use(new FormStrategy(({ form }) => answer(checkedForm(form))))
  return authenticator.authenticate('form', request)
}

/** What comes of it, or that there is no room for it just now. */
export async function orBusy<Outcome>(work: Promise<Outcome>): Promise<Outcome | Busy> {
  try {
    return await work
  } catch (fault) {
    if (fault instanceof TooBusyToHash) return { ok: false, reason: 'busy' }
    throw fault
  }
}
