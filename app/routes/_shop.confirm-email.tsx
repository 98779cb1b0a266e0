import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { languageOf } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { confirmEmail } from '~/identity/change-email.server'
import { LinkEndedPage, MailedLinkPage } from '~/identity/mailed-link-page'
import { requireMailedLink } from '~/identity/require-mailed-link.server'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { pageMeta } from '~/storefront/page-meta'
import { ButtonLink } from '~/ui/button'
import { NarrowPage } from '~/ui/narrow-page'

export const handle = { access: 'public' } satisfies RouteHandle

export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const link = await requireMailedLink(request, context, 'confirm-email')
  return data(
    { title: t('identity.confirm.email.title'), noindex: true, isKnown: link !== null },
    { headers: PERSONAL_PAGE_HEADERS },
  )
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const linkId = await requireMailedLink(request, context, 'confirm-email')
  const outcome = linkId ? await confirmEmail(context, { linkId }) : null
  return outcome?.ok ? data({ email: outcome.email }) : data({ email: null }, { status: 410 })
}

export default function ConfirmEmailRoute() {
  const { t } = useTranslation()
  const { isKnown } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!isKnown || reply?.email === null)
    return <LinkEndedPage to="/account/security" label={t('identity.confirm.email.again')} />
  if (reply)
    return (
      <NarrowPage
        title={t('identity.confirm.email.done')}
        lead={t('identity.confirm.email.doneText', { email: reply.email })}
      >
        <ButtonLink to="/account">{t('identity.account.title')}</ButtonLink>
      </NarrowPage>
    )
  return <MailedLinkPage kind="email" />
}
