import { useTranslation } from '~/i18n/translation'
import type { PriceTier } from '~/pricing/price-columns.server'
import { Price } from '~/ui/price'

/** What one costs for whoever buys several: « dès 4 : 9,50 € ». */
export function PriceTiers({ tiers }: { tiers: readonly PriceTier[] }) {
  const { t } = useTranslation()
  if (tiers.length === 0) return null
  return (
    <table className="w-full max-w-xs text-sm tabular-nums">
      <caption className="mb-1 text-left font-semibold">{t('shelf.tiers')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('shelf.tierQuantity')}</th>
          <th scope="col">{t('shelf.tierPrice')}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-paper-line border-y border-paper-line">
        {tiers.map(({ fromQuantity, unitCents }) => (
          <tr key={fromQuantity}>
            <th scope="row" className="py-1.5 text-left font-normal text-ink-soft">
              {t('shelf.tierFrom', { quantity: fromQuantity })}
            </th>
            <td className="py-1.5 text-right font-semibold">
              <Price cents={unitCents} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
