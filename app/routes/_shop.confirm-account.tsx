import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { confirmRegistration } from '~/identity/confirm-registration.server'
import { readDevice } from '~/identity/device-cookie.server'
import { LinkEndedPage, MailedLinkPage } from '~/identity/mailed-link-page'
import { requireMailedLink } from '~/identity/require-mailed-link.server'
import { signedInHeaders } from '~/identity/session-cookie.server'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { pageMeta } from '~/storefront/page-meta'
import { NarrowPage } from '~/ui/narrow-page'

export const handle = { access: 'public' } satisfies RouteHandle

export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const link = await requireMailedLink(request, context, 'confirm-registration')
  return data(
    { title: t('identity.confirm.registration.title'), noindex: true, isKnown: link !== null },
    { headers: PERSONAL_PAGE_HEADERS },
  )
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const registrationId = await requireMailedLink(request, context, 'confirm-registration')
  const outcome = registrationId
    ? await confirmRegistration(context, {
        registrationId,
        clientIp: context.clientIp,
        userAgent: request.headers.get('user-agent') ?? '',
        device: await readDevice(context.env, request.headers.get('cookie')),
      })
    : ({ ok: false, reason: 'link-ended' } as const)

  if (!outcome.ok) return data({ state: outcome.reason }, { status: 410 })
  if (!outcome.session) return data({ state: 'waits-for-staff' as const }, { status: 200 })
  return redirect(localPath(language, '/account'), {
    headers: await signedInHeaders(context.env, outcome.session),
  })
}

export default function ConfirmAccountRoute() {
  const { t } = useTranslation()
  const { isKnown } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!isKnown || reply?.state === 'link-ended')
    return <LinkEndedPage to="/register" label={t('identity.register.again')} />
  if (reply?.state === 'waits-for-staff')
    return (
      <NarrowPage title={t('identity.waits.title')}>
        <p>{t('identity.waits.text')}</p>
      </NarrowPage>
    )
  return <MailedLinkPage kind="registration" />
}
