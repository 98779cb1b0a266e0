import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'

type PriorPriceProps = {
  reduction: { beforeCents: number; isAnnounced: boolean } | null
  /** On a card, where there is little room. */
  short?: boolean
}

/** Beside every announced reduction: the lowest price of the 30 days before it began, as the law wants it. */
export function PriorPrice({ reduction, short }: PriorPriceProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!reduction?.isAnnounced) return null
  const price = formatMoney(reduction.beforeCents, language)
  return (
    <p className="text-xs leading-4 text-ink-faint">
      {t(short ? 'catalog.priorPriceShort' : 'catalog.priorPrice', { price })}
    </p>
  )
}
