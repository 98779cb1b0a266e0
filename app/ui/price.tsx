import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { classNames } from './class-names'

export type PriceProps = {
  cents: number
  /** The price before a reduction, struck through. */
  beforeCents?: number | null
  /** The cheapest of several: « à partir de ». */
  from?: boolean
  size?: 'small' | 'medium' | 'large'
  className?: string
}

const SIZES = { small: 'text-sm', medium: 'text-lg', large: 'text-3xl' }

export function Price({ cents, beforeCents, from, size, className }: PriceProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const isReduced = beforeCents != null && beforeCents > cents

  return (
    <span className={classNames('inline-flex flex-wrap items-baseline gap-x-2 tabular-nums', className)}>
      {from && <span className="text-sm text-ink-faint">{t('ui.price.from')}</span>}
      {isReduced && <span className="sr-only">{t('ui.price.now')} </span>}
      <span
        className={classNames(
          size && 'font-semibold tracking-tight',
          size && SIZES[size],
          isReduced ? 'text-accent' : size && 'text-ink-strong',
        )}
      >
        {formatMoney(cents, language)}
      </span>
      {isReduced && (
        <s className={classNames('text-ink-faint', size === 'large' ? 'text-base' : 'text-sm')}>
          <span className="sr-only">{t('ui.price.before')} </span>
          {formatMoney(beforeCents, language)}
        </s>
      )}
    </span>
  )
}
