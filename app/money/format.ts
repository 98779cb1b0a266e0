import { withSameSpaces } from '~/i18n/format'
import { type Language, localeOf } from '~/i18n/language'

const formats = new Map<string, Intl.NumberFormat>()

/** « 1 234,50 € » in French, "€1,234.50" in English. */
export function formatMoney(cents: number, language: Language, currency = 'EUR'): string {
  const key = `${language} ${currency}`
  const format =
    formats.get(key) ?? new Intl.NumberFormat(localeOf(language), { style: 'currency', currency })
  formats.set(key, format)
  return withSameSpaces(format.format(cents / 100))
}
