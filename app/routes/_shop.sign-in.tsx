import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useNavigation } from '@remix-run/react'
import { formErrors } from '~/i18n/form-errors'
import { languageOf, localPath } from '~/i18n/language'
import { message } from '~/i18n/message'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import { isStaff, type RouteHandle } from '~/identity/access'
import { readDevice, rememberDevice } from '~/identity/device-cookie.server'
import { nextPath } from '~/identity/next-path'
import { TooBusyToHash } from '~/identity/password.server'
import { rememberSession } from '~/identity/session-cookie.server'
import { type SignInOutcome, signIn } from '~/identity/sign-in.server'
import { signInForm } from '~/identity/sign-in-forms'
import { readForm } from '~/platform/read-form.server'
import { pageMeta } from '~/storefront/page-meta'
import { Button } from '~/ui/button'
import { errorsOf, FormErrors, typedIn } from '~/ui/form-errors'
import { TextField } from '~/ui/inputs'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  return { title: t('identity.signIn.title'), description: t('identity.signIn.description'), noindex: true }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: signInForm, error: formErrors })
  if (submission.status !== 'success')
    return data(submission.reply({ hideFields: ['password'] }), { status: 422 })

  const outcome = await signIn(context, {
    ...submission.value,
    clientIp: context.clientIp,
    userAgent: request.headers.get('user-agent') ?? '',
    device: await readDevice(context.env, request.headers.get('cookie')),
  }).catch((fault: unknown) => {
    if (fault instanceof TooBusyToHash) return { ok: false, reason: 'busy' } as const
    throw fault
  })

  if (!outcome.ok) {
    const { text, ...init } = explain(outcome)
    return data(submission.reply({ formErrors: [text], hideFields: ['password'] }), init)
  }
  const home = isStaff(outcome) ? '/admin' : localPath(languageOf(request), '/account')
  const headers = new Headers()
  headers.append('Set-Cookie', await rememberSession(context.env, outcome.sessionId))
  headers.append('Set-Cookie', await rememberDevice(context.env, outcome.device))
  return redirect(nextPath(new URL(request.url).searchParams.get('next'), home), { headers })
}

type Refusal = Exclude<SignInOutcome, { ok: true }> | { ok: false; reason: 'busy' }

function explain(refusal: Refusal): { text: string; status: number; headers?: HeadersInit } {
  switch (refusal.reason) {
    case 'wrong-credentials':
      return { text: message('identity.signIn.wrongCredentials'), status: 401 }
    case 'too-many-attempts':
      return {
        text: message('identity.signIn.tooManyAttempts', {
          count: Math.ceil(refusal.retryAfterSeconds / 60),
        }),
        status: 429,
        headers: { 'Retry-After': String(refusal.retryAfterSeconds) },
      }
    case 'busy':
      return { text: message('identity.signIn.busy'), status: 503, headers: { 'Retry-After': '5' } }
  }
}

export default function SignInRoute() {
  const { t } = useTranslation()
  const reply = useActionData<typeof action>()
  const isSending = useNavigation().state === 'submitting'

  return (
    <div className="page-width py-12">
      <div className="mx-auto max-w-md">
        <h1 className="mb-6 text-2xl sm:text-3xl">{t('identity.signIn.title')}</h1>
        <Form method="post" className="space-y-4" noValidate>
          <FormErrors of={reply} />
          <TextField
            label={t('identity.signIn.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={typedIn(reply, 'email')}
            errors={errorsOf(reply, 'email')}
          />
          <TextField
            label={t('identity.signIn.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            errors={errorsOf(reply, 'password')}
          />
          <Button block pending={isSending}>
            {t('identity.signIn.submit')}
          </Button>
        </Form>
        <p className="mt-8 text-sm text-ink-soft">{t('identity.signIn.guestHint')}</p>
      </div>
    </div>
  )
}
