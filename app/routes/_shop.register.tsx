import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { languageOf, localPath } from '~/i18n/language'
import { message } from '~/i18n/message'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { type Busy, registerByForm } from '~/identity/authenticator.server'
import { explainPassword } from '~/identity/explain-password'
import { explainWait } from '~/identity/explain-wait'
import type { RegisterOutcome } from '~/identity/register.server'
import { RegisterPage } from '~/identity/register-page'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  return { title: t('identity.register.title'), noindex: true }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const { submission, outcome } = await registerByForm(context, request, {
    clientIp: context.clientIp,
    language,
  })
  if (!outcome) return data(submission.reply({ hideFields: ['password'] }), { status: 422 })
  if (!outcome.ok) {
    const { errors, ...init } = explain(outcome)
    return data(submission.reply({ ...errors, hideFields: ['password'] }), init)
  }
  return redirect(localPath(language, '/check-your-mail'))
}

type Refusal = Exclude<RegisterOutcome, { ok: true }> | Busy
type Errors = { fieldErrors?: Record<string, string[]>; formErrors?: string[] }

function explain(refusal: Refusal): { errors: Errors; status: number; headers?: HeadersInit } {
  switch (refusal.reason) {
    case 'username-taken':
      return {
        errors: { fieldErrors: { username: [message('identity.errors.usernameTaken')] } },
        status: 422,
      }
    case 'password-too-short':
    case 'password-easily-guessed':
      return { errors: { fieldErrors: { password: [explainPassword(refusal)] } }, status: 422 }
    case 'too-many-attempts':
    case 'busy': {
      const { text, ...init } = explainWait(refusal)
      return { errors: { formErrors: [text] }, ...init }
    }
  }
}

export default function RegisterRoute() {
  const reply = useActionData<typeof action>()
  return <RegisterPage reply={reply} />
}
