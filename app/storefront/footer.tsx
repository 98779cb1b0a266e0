import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { LockIcon, ReturnIcon, TruckIcon, WarrantyIcon } from '~/ui/icons'
import { LanguageSwitch } from './header'
import { Logo } from './logo'
import { PaymentMarks } from './payment-marks'

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
  return (
    <footer className="mt-16">
      <Promises />
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

const PROMISES = [
  { Sign: TruckIcon, promise: 'delivery' },
  { Sign: ReturnIcon, promise: 'returns' },
  { Sign: WarrantyIcon, promise: 'warranty' },
  { Sign: LockIcon, promise: 'payment' },
] as const

function Promises() {
  const { t } = useTranslation()
  return (
    <div className="border-y border-paper-line bg-paper-sunk">
      <ul className="page-width grid grid-cols-1 gap-x-8 gap-y-4 py-8 sm:grid-cols-2 lg:grid-cols-4">
        {PROMISES.map(({ Sign, promise }) => (
          <li key={promise} className="flex items-start gap-3">
            <Sign size={26} className="mt-0.5 flex-none text-accent" />
            <div>
              <p className="text-sm font-semibold">{t(`storefront.promises.${promise}`)}</p>
              <p className="text-sm text-ink-soft">{t(`storefront.promises.${promise}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
