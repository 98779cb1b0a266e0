import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { pathWithoutLanguage } from '~/i18n/language'
import { ShopLink, useLocalPath } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { classNames } from '~/ui/class-names'

/** The pages of the customer's space, in the order in which they are wanted. */
const PAGES = [
  ['/account', 'customers.nav.overview'],
  ['/account/security', 'customers.nav.security'],
] as const

/** The customer's space: where one is in it, the way to the other pages, and out. */
export function AccountLayout({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="page-width grid gap-x-10 gap-y-6 py-8 md:grid-cols-[13rem_1fr] md:py-12">
      <AccountNav />
      <div className="min-w-0">
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead && <p className="mt-2 text-ink-soft">{lead}</p>}
        <div className="mt-6 grid gap-6">{children}</div>
      </div>
    </div>
  )
}

function AccountNav() {
  const { t } = useTranslation()
  const path = useLocalPath()
  const here = pathWithoutLanguage(useLocation().pathname)
  return (
    <nav aria-label={t('customers.nav.title')}>
      <ul className="-mx-4 flex gap-1 overflow-x-auto px-4 pb-1 md:mx-0 md:grid md:overflow-visible md:px-0">
        {PAGES.map(([to, label]) => (
          <li key={to}>
            <ShopLink
              to={to}
              aria-current={here === to ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center rounded px-3 whitespace-nowrap',
                here === to ? 'bg-paper-sunk font-semibold text-ink' : 'text-ink-soft hover:bg-paper-sunk',
              )}
            >
              {t(label)}
            </ShopLink>
          </li>
        ))}
        <li className="md:mt-4 md:border-t md:border-paper-line md:pt-4">
          <form method="post" action={path('/sign-out')}>
            <button
              type="submit"
              className="flex min-h-11 w-full items-center rounded px-3 whitespace-nowrap text-ink-soft hover:bg-paper-sunk"
            >
              {t('customers.nav.signOut')}
            </button>
          </form>
        </li>
      </ul>
    </nav>
  )
}
