import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LANGUAGE_NAMES, LANGUAGES, localPath } from '~/i18n/language'
import { ShopLink } from '~/i18n/local-path'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { SearchBox } from '~/search/search-box'
import { classNames } from '~/ui/class-names'
import { AccountIcon, CartIcon } from '~/ui/icons'
import { FamiliesMenu } from './layout/families-menu'
import { Logo } from './logo'
import type { ShopLayout } from './shop-layout'

/** Search first. `vehicle` is the place for the shopper's vehicle; a shop that sells for no vehicle leaves it empty. */
export function Header({ layout, vehicle }: { layout: ShopLayout; vehicle?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <header className="relative z-30 border-b border-paper-line bg-white">
      <TopStrip />
      <div className="page-width grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-2 py-2.5 md:flex md:gap-5 md:py-4">
        <FamiliesMenu families={layout.families} />
        <ShopLink to="/" aria-label={t('storefront.home')} className="flex-none md:order-first md:mr-1">
          <Logo shopName={layout.shopName} />
        </ShopLink>
        <div className="order-last col-span-3 min-w-0 md:order-none md:flex-1">
          <SearchBox />
        </div>
        {vehicle}
        <nav aria-label={t('storefront.header.yours')} className="flex items-center md:gap-1">
          <HeaderLink to="/account" icon={<AccountIcon size={24} />} label={t('storefront.header.account')} />
          <HeaderLink
            to="/cart"
            icon={<CartIcon size={24} />}
            label={t('storefront.header.cart')}
            count={layout.cartCount}
            detail={
              layout.cartCount > 0
                ? t('storefront.header.cartCount', { count: layout.cartCount })
                : t('storefront.header.cartEmpty')
            }
          />
        </nav>
      </div>
    </header>
  )
}

function HeaderLink({
  to,
  icon,
  label,
  detail,
  count = 0,
}: {
  to: string
  icon: ReactNode
  label: string
  detail?: string
  count?: number
}) {
  return (
    <ShopLink
      to={to}
      className="grid min-h-11 min-w-11 place-items-center rounded px-1.5 text-ink hover:bg-paper-sunk"
    >
      <span className="relative">
        {icon}
        {count > 0 && (
          <span
            aria-hidden="true"
            className="absolute -top-2 -right-3 grid h-[1.125rem] min-w-[1.125rem] place-items-center rounded-full bg-accent px-1 text-xs leading-none font-bold text-white tabular-nums ring-2 ring-white"
          >
            {count > 99 ? '99+' : count}
          </span>
        )}
      </span>
      <span className="sr-only text-xs font-medium lg:not-sr-only">{label}</span>
      {detail && <span className="sr-only"> ({detail})</span>}
    </ShopLink>
  )
}

function TopStrip() {
  const { t } = useTranslation()
  return (
    <div className="bg-ink-night text-xs text-paper">
      <div className="page-width flex h-9 items-center justify-between gap-6">
        <ul className="flex gap-6 overflow-hidden whitespace-nowrap">
          <li>{t('shelf.promises.delivery')}</li>
          <li className="hidden md:block">{t('shelf.promises.returns')}</li>
          <li className="hidden lg:block">{t('shelf.promises.warranty')}</li>
        </ul>
        <LanguageSwitch />
      </div>
    </div>
  )
}

/** The same page in the other language: another document, since only one language is loaded at a time. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { t } = useTranslation()
  const current = useLanguage()
  const { pathname, search } = useLocation()
  return (
    <ul aria-label={t('storefront.header.languages')} className={classNames('flex gap-1', className)}>
      {LANGUAGES.map((language) => (
        <li key={language}>
          <a
            href={localPath(language, pathname) + search}
            hrefLang={language}
            lang={language}
            aria-label={LANGUAGE_NAMES[language]}
            aria-current={language === current ? 'true' : undefined}
            className={classNames(
              'grid h-9 min-w-9 place-items-center rounded-sm font-semibold uppercase underline-offset-4 hover:underline',
              language === current ? 'text-white' : 'text-paper-rule',
            )}
          >
            {language}
          </a>
        </li>
      ))}
    </ul>
  )
}
