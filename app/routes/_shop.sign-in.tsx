import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { languageOf, localPath } from '~/i18n/language'
import { ShopLink } from '~/i18n/local-path'
import { message } from '~/i18n/message'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import { isStaff, type RouteHandle } from '~/identity/access'
import { type Busy, signInByForm } from '~/identity/authenticator.server'
import { readDevice } from '~/identity/device-cookie.server'
import { explainWait } from '~/identity/explain-wait'
import { nextPath } from '~/identity/next-path'
import { signedInHeaders } from '~/identity/session-cookie.server'
import type { SignInOutcome } from '~/identity/sign-in.server'
import { pageMeta } from '~/storefront/page-meta'
import { Button } from '~/ui/button'
import { errorsOf, FormErrors, typedIn } from '~/ui/form-errors'
import { TextField } from '~/ui/inputs'
import { NarrowPage } from '~/ui/narrow-page'
import { Notice } from '~/ui/notice'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  return {
    title: t('identity.signIn.title'),
    description: t('identity.signIn.description'),
    noindex: true,
    hasChosen: new URL(request.url).searchParams.has('chosen'),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const { submission, outcome } = await signInByForm(context, request, {
    clientIp: context.clientIp,
    userAgent: request.headers.get('user-agent') ?? '',
    device: await readDevice(context.env, request.headers.get('cookie')),
    language,
  })
  if (!outcome) return data(submission.reply({ hideFields: ['password'] }), { status: 422 })
  if (!outcome.ok) {
    const { text, ...init } = explain(outcome)
    return data(submission.reply({ formErrors: [text], hideFields: ['password'] }), init)
  }
  const home = isStaff(outcome) ? '/admin' : localPath(language, '/account')
  return redirect(nextPath(new URL(request.url).searchParams.get('next'), home), {
    headers: await signedInHeaders(context.env, outcome),
  })
}

type Refusal = Exclude<SignInOutcome, { ok: true }> | Busy

function explain(refusal: Refusal): { text: string; status: number; headers?: HeadersInit } {
  switch (refusal.reason) {
    case 'wrong-credentials':
      return { text: message('identity.signIn.wrongCredentials'), status: 401 }
    case 'waits-for-staff':
      return { text: message('identity.signIn.waitsForStaff'), status: 403 }
    case 'too-many-attempts':
    case 'busy':
      return explainWait(refusal)
  }
}

export default function SignInRoute() {
  const { t } = useTranslation()
  const { hasChosen } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const isSending = useNavigation().state === 'submitting'

  return (
    <NarrowPage title={t('identity.signIn.title')}>
      <Form method="post" className="grid gap-4" noValidate>
        {hasChosen && !reply && <Notice tone="success">{t('identity.choose.done')}</Notice>}
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
      <p className="mt-4 text-sm">
        <ShopLink to="/forgotten-password" className="underline">
          {t('identity.forgotten.link')}
        </ShopLink>
      </p>
      <div className="mt-8 border-t border-paper-line pt-6">
        <p className="text-sm text-ink-soft">
          {t('identity.register.noneYet')}{' '}
          <ShopLink to="/register" className="font-medium text-ink underline">
            {t('identity.register.title')}
          </ShopLink>
        </p>
        <p className="mt-2 text-sm text-ink-soft">{t('identity.signIn.guestHint')}</p>
      </div>
    </NarrowPage>
  )
}
