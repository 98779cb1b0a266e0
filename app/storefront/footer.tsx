import { useLocation } from '@remix-run/react'
import { pathWithoutLanguage } from '~/i18n/language'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { LanguageSwitch } from './header'
import { Promises } from './home/promises'
import { PaymentMarks } from './layout/payment-marks'
import { Logo } from './logo'

const COLUMNS = [
  {
    heading: 'storefront.footer.shop',
    links: [
      ['/catalog', 'storefront.footer.catalog'],
      ['/brands', 'storefront.footer.brands'],
      ['/cart', 'storefront.header.cart'],
      ['/account', 'storefront.header.account'],
      ['/legal/contact', 'storefront.footer.contact'],
    ],
  },
  {
    heading: 'storefront.footer.help',
    links: [
      ['/legal/delivery', 'storefront.footer.delivery'],
      ['/legal/returns', 'storefront.footer.returns'],
      ['/legal/warranties', 'storefront.footer.warranties'],
    ],
  },
  {
    heading: 'storefront.footer.legal',
    links: [
      ['/legal/notice', 'storefront.footer.notice'],
      ['/legal/terms', 'storefront.footer.terms'],
      ['/legal/privacy', 'storefront.footer.privacy'],
      ['/legal/mediation', 'storefront.footer.mediator'],
    ],
  },
] as const

export function Footer({ shopName }: { shopName: string }) {
  const { t } = useTranslation()
  // The home page says the promises at its top.
  const isHome = pathWithoutLanguage(useLocation().pathname) === '/'
  return (
    <footer className="mt-16">
      {!isHome && (
        <div className="border-t border-paper-line">
          <Promises />
        </div>
      )}
      <div className="bg-ink-night text-paper-rule">
        <div className="page-width grid grid-cols-2 gap-x-6 gap-y-10 py-12 sm:grid-cols-3 lg:grid-cols-[1.5fr_1fr_1fr_1fr]">
          <div className="col-span-2 grid content-start gap-5 sm:col-span-3 lg:col-span-1">
            <Logo shopName={shopName} night />
            <p className="max-w-xs text-sm">{t('storefront.tagline')}</p>
            <LanguageSwitch className="-ml-2.5 text-sm" />
          </div>
          {COLUMNS.map((column) => (
            <nav
              key={column.heading}
              aria-label={t(column.heading)}
              className="last:col-span-2 sm:last:col-span-1"
            >
              <p className="mb-2 text-sm font-semibold text-white">{t(column.heading)}</p>
              <ul className="footer-links">
                {column.links.map(([to, label]) => (
                  <li key={to}>
                    <ShopLink to={to}>{t(label)}</ShopLink>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
        <div className="border-t border-white/10">
          <div className="page-width flex flex-col gap-4 py-6 text-xs sm:flex-row sm:items-center sm:justify-between">
            <p>
              {t('storefront.footer.vatIncluded')} {t('storefront.footer.openSource')}
            </p>
            <PaymentMarks label={t('storefront.footer.payments')} />
          </div>
        </div>
      </div>
    </footer>
  )
}
