import { useTranslation } from '~/i18n/translation'
import { LockIcon, ReturnIcon, TruckIcon, WarrantyIcon } from '~/ui/icons'

const PROMISES = [
  [TruckIcon, 'shelf.promises.delivery', 'shelf.promises.deliveryText'],
  [ReturnIcon, 'shelf.promises.returns', 'shelf.promises.returnsText'],
  [WarrantyIcon, 'shelf.promises.warranty', 'shelf.promises.warrantyText'],
  [LockIcon, 'shelf.promises.payment', 'shelf.promises.paymentText'],
] as const

/** What every shopper can count on. */
export function Promises() {
  const { t } = useTranslation()
  return (
    <section aria-label={t('storefront.front.promises')} className="border-b border-paper-line bg-white">
      <ul className="page-width grid gap-x-8 gap-y-4 py-5 sm:grid-cols-2 lg:grid-cols-4">
        {PROMISES.map(([Icon, title, text]) => (
          <li key={title} className="flex gap-3 text-sm">
            <Icon size={24} className="flex-none text-accent" />
            <span>
              <strong className="block font-semibold">{t(title)}</strong>
              <span className="text-ink-faint">{t(text)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
