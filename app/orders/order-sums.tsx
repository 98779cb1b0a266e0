import { formatPercent } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { DescriptionList } from '~/ui/description-list'

export type Sums = {
  itemsCents: number
  discountCents: number
  promoCode: string | null
  /** Null while no delivery is chosen. */
  delivery: { name: string; cents: number } | null
  totalCents: number
  vat: { vatBasisPoints: number; vatCents: number }[]
}

/** From the goods to the last cent of tax. */
export function OrderSums({ itemsCents, discountCents, promoCode, delivery, totalCents, vat }: Sums) {
  const { t } = useTranslation()
  const language = useLanguage()
  const money = (cents: number) => formatMoney(cents, language)
  const priceOr = (free: string, cents: number) => (cents === 0 ? free : money(cents))
  const discount = promoCode ? t('orders.sums.discountWith', { code: promoCode }) : t('orders.sums.discount')

  return (
    <DescriptionList
      sums
      entries={[
        { key: 'items', term: t('orders.sums.items'), details: money(itemsCents) },
        ...(discountCents > 0 ? [{ key: 'discount', term: discount, details: money(-discountCents) }] : []),
        {
          key: 'delivery',
          term: delivery ? t('orders.sums.deliveryBy', { name: delivery.name }) : t('orders.sums.delivery'),
          details: delivery ? priceOr(t('orders.sums.free'), delivery.cents) : t('orders.sums.deliveryLater'),
        },
        {
          key: 'total',
          term: t(delivery ? 'orders.sums.total' : 'orders.sums.totalBefore'),
          details: money(totalCents),
          strong: true,
        },
        ...vat.map((share) => ({
          key: `vat-${share.vatBasisPoints}`,
          term: t('orders.sums.vat', { rate: formatPercent(share.vatBasisPoints / 100, language) }),
          details: money(share.vatCents),
        })),
      ]}
    />
  )
}
