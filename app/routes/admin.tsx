import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, NavLink, Outlet, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import type { RouteHandle } from '~/identity/access'
import { RouteErrorPage } from '~/ui/error-page'
import { FollowedLink } from '~/ui/followed-link'

export const handle = { access: { level: 7 } } satisfies RouteHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const account = await context.findAccount()
  return data({ email: account?.email ?? '' }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export const meta = () => [{ title: 'Comptoir' }, { name: 'robots', content: 'noindex' }]

export default function AdminRoute() {
  const { t } = useTranslation()
  const { email } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="border-b border-paper-line bg-white">
        <div className="page-width flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
          <FollowedLink to="/admin" className="text-lg font-semibold">
            {t('identity.staff.title')}
          </FollowedLink>
          <nav aria-label={t('identity.staff.title')} className="flex gap-4">
            <NavLink to="/admin/orders" className="aria-[current=page]:font-semibold">
              {t('identity.staff.orders')}
            </NavLink>
            <a href="/">{t('identity.staff.shop')}</a>
          </nav>
          <Form
            method="post"
            action="/sign-out"
            className="ml-auto flex items-center gap-3 text-sm text-ink-soft"
          >
            <span>{email}</span>
            <button type="submit" className="underline">
              {t('identity.signIn.signOut')}
            </button>
          </Form>
        </div>
      </header>
      <main id="content" className="flex-1">
        <Outlet />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return (
    <main id="content" className="page-width">
      <RouteErrorPage />
    </main>
  )
}
