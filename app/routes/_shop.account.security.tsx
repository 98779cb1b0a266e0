import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { AccountLayout } from '~/customers/account-layout'
import { languageOf, localPath } from '~/i18n/language'
import { message } from '~/i18n/message'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { deviceName } from '~/identity/device-name.server'
import { explainPassword } from '~/identity/explain-password'
import { explainWait } from '~/identity/explain-wait'
import { leastCharacters } from '~/identity/password-rules'
import { SecurityPage } from '~/identity/security-page'
import { listSessions } from '~/identity/session-queries.server'
import { requireAccount } from '~/identity/signed-in.server'
import { type SecurityRefusal, submitSecurityForm } from '~/identity/submit-security-form.server'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { readForm } from '~/platform/read-form.server'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'signed-in' } satisfies RouteHandle

export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await requireAccount(context)
  const t = translator(languageOf(request))
  const sessions = await listSessions(context.db, account.id)
  const done = new URL(request.url).searchParams.get('done')
  return data(
    {
      title: t('identity.security.title'),
      noindex: true,
      email: account.email,
      least: leastCharacters(account.level),
      done: DONE.find((one) => one === done) ?? null,
      sessions: sessions.map(({ idHash, startedAt, userAgent, network }) => ({
        id: idHash,
        device: deviceName(userAgent),
        network,
        startedAt: startedAt.toISOString(),
        isThis: idHash === account.sessionHash,
      })),
    },
    { headers: PERSONAL_PAGE_HEADERS },
  )
}

const DONE = ['password', 'email', 'session'] as const

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const account = await requireAccount(context)
  const form = await readForm(request)
  const outcome = await submitSecurityForm(context, { form, account })
  if (outcome.ok) return redirect(localPath(languageOf(request), `/account/security?done=${outcome.done}`))

  const intent = String(form.get('intent'))
  const hideFields = ['password', 'newPassword']
  if (outcome.reason === 'wrong-fields')
    return data({ about: intent, ...outcome.submission.reply({ hideFields }) }, { status: 422 })
  const { errors, ...init } = explain(outcome)
  return data({ about: intent, ...outcome.submission?.reply({ ...errors, hideFields }) }, init)
}

type Errors = { fieldErrors?: Record<string, string[]>; formErrors?: string[] }

function explain(refusal: SecurityRefusal): { errors: Errors; status: number; headers?: HeadersInit } {
  switch (refusal.reason) {
    case 'wrong-password':
      return {
        errors: { fieldErrors: { password: [message('identity.security.wrongPassword')] } },
        status: 403,
      }
    case 'password-too-short':
    case 'password-easily-guessed':
      return { errors: { fieldErrors: { newPassword: [explainPassword(refusal)] } }, status: 422 }
    case 'unknown-session':
      return { errors: {}, status: 404 }
    case 'unknown-intent':
      return { errors: {}, status: 400 }
    case 'too-many-attempts':
    case 'busy': {
      const { text, ...init } = explainWait(refusal)
      return { errors: { formErrors: [text] }, ...init }
    }
  }
}

export default function SecurityRoute() {
  const { title, email, least, sessions, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AccountLayout title={title}>
      <SecurityPage
        email={email}
        least={least}
        sessions={sessions}
        reply={reply}
        done={reply ? null : done}
      />
    </AccountLayout>
  )
}
