import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import { languageOf } from '~/i18n/language'
import { useLocalPath } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import { isStaff, type RouteHandle } from '~/identity/access'
import { pageMeta } from '~/storefront/page-meta'
import { Button, ButtonLink } from '~/ui/button'

export const handle = { access: 'signed-in' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await context.findAccount()
  if (!account) throw new Response(null, { status: 401 })
  const t = translator(languageOf(request))
  return data(
    { title: t('identity.account.title'), noindex: true, email: account.email, isStaff: isStaff(account) },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export default function AccountRoute() {
  const { t } = useTranslation()
  const path = useLocalPath()
  const { title, email, isStaff } = useLoaderData<typeof loader>()
  return (
    <div className="page-width py-12">
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      <p className="mt-4">{t('identity.account.signedInAs', { email })}</p>
      <div className="mt-6 flex gap-3">
        {isStaff && (
          <ButtonLink to="/admin" reloadDocument>
            {t('identity.account.backOffice')}
          </ButtonLink>
        )}
        <Form method="post" action={path('/sign-out')}>
          <Button variant="secondary">{t('identity.signIn.signOut')}</Button>
        </Form>
      </div>
    </div>
  )
}
