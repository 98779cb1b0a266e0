import { type Language, localeOf } from '~/i18n/language'
import { HOME_COUNTRY } from '~/places/home'

const names = new Map<Language, Intl.DisplayNames>()

/** « Allemagne » or "Germany" for DE. */
export function countryName(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames(localeOf(language), { type: 'region' })
  names.set(language, known)
  return known.of(code) ?? code
}

/** For a list to choose from: the shop's own country first, the others by name. */
export function countryChoices(
  codes: readonly string[],
  language: Language,
): { value: string; label: string }[] {
  const compare = new Intl.Collator(localeOf(language)).compare
  return codes
    .map((value) => ({ value, label: countryName(value, language) }))
    .sort(
      (a, b) =>
        Number(b.value === HOME_COUNTRY) - Number(a.value === HOME_COUNTRY) || compare(a.label, b.label),
    )
}
