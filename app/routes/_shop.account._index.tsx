import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { AccountLayout } from '~/customers/account-layout'
import { languageOf } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import { isStaff, type RouteHandle } from '~/identity/access'
import { requireAccount } from '~/identity/signed-in.server'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { pageMeta } from '~/storefront/page-meta'
import { ButtonLink } from '~/ui/button'

export const handle = { access: 'signed-in' } satisfies RouteHandle

export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await requireAccount(context)
  const t = translator(languageOf(request))
  return data(
    { title: t('identity.account.title'), noindex: true, email: account.email, isStaff: isStaff(account) },
    { headers: PERSONAL_PAGE_HEADERS },
  )
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export default function AccountRoute() {
  const { t } = useTranslation()
  const { title, email, isStaff } = useLoaderData<typeof loader>()
  return (
    <AccountLayout title={title} lead={t('identity.account.signedInAs', { email })}>
      {isStaff && (
        <ButtonLink to="/admin" reloadDocument className="justify-self-start">
          {t('identity.account.backOffice')}
        </ButtonLink>
      )}
    </AccountLayout>
  )
}
