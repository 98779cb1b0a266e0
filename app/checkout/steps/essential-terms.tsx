import { formatDay } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { CartIcon, LockIcon, ReturnIcon, TruckIcon } from '~/ui/icons'

export type EssentialTermsProps = {
  units: number
  totalCents: number
  deliveryCents: number
  deliveryName: string
  latest: Date
}

/**
 * Goods, total price, delivery and the right of withdrawal, stated right above the button that binds: Directive
 * 2011/83/EU, article 8(2). Keep nothing between this and the button.
 */
export function EssentialTerms({
  units,
  totalCents,
  deliveryCents,
  deliveryName,
  latest,
}: EssentialTermsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const terms = [
    { icon: CartIcon, text: t('checkout.review.essentialGoods', { count: units }) },
    {
      icon: LockIcon,
      text: t(deliveryCents === 0 ? 'checkout.review.essentialPriceFree' : 'checkout.review.essentialPrice', {
        total: formatMoney(totalCents, language),
        delivery: formatMoney(deliveryCents, language),
      }),
    },
    {
      icon: TruckIcon,
      text: t('checkout.review.essentialDelivery', {
        method: deliveryName,
        latest: formatDay(latest, language),
      }),
    },
    { icon: ReturnIcon, text: t('checkout.review.essentialWithdrawal') },
  ]
  return (
    <section className="rounded-lg border border-paper-rule bg-paper-sunk p-4 sm:p-5">
      <h2 className="mb-3 text-base">{t('checkout.review.essential')}</h2>
      <ul className="grid gap-2 text-sm leading-6">
        {terms.map(({ icon: TermIcon, text }) => (
          <li key={text} className="flex gap-3">
            <TermIcon size={18} className="mt-0.5 flex-none text-accent" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
