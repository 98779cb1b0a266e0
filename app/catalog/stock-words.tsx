import { useTranslation } from '~/i18n/translation'
import { StatusDot } from '~/ui/badge'

/** Stock in words: « En stock », « Plus que 2 », « Épuisé ». How many are plenty changes too often to be said. */
export function StockWords({ available, isFewLeft }: { available: number; isFewLeft: boolean }) {
  const { t } = useTranslation()
  if (available <= 0) return <StatusDot tone="neutral">{t('catalog.stock.none')}</StatusDot>
  if (isFewLeft) return <StatusDot tone="warning">{t('catalog.stock.few', { count: available })}</StatusDot>
  return <StatusDot tone="success">{t('catalog.stock.many')}</StatusDot>
}
