import { type Language, localeOf } from './language'
import { shopTimeZone } from './time-zone'

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function remembered<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => F): F {
  const known = formats.get(key) as F | undefined
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}

/** Servers and browsers disagree on which narrow space to use: both are sent the same one. */
export function withSameSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, '\u00a0')
}

export function formatNumber(value: number, language: Language): string {
  return withSameSpaces(
    remembered(`number ${language}`, () => new Intl.NumberFormat(localeOf(language))).format(value),
  )
}

/** `20` is written « 20 % » in French, "20%" in English. */
export function formatPercent(percent: number, language: Language): string {
  const format = remembered(
    `percent ${language}`,
    () => new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }),
  )
  return withSameSpaces(format.format(percent / 100))
}

/** « 20 novembre 2026 » */
export function formatDate(time: Date | string, language: Language): string {
  return dated(time, language, 'date', { dateStyle: 'long' })
}

/** « 20 nov. 2026, 14:05 » */
export function formatDateTime(time: Date | string, language: Language): string {
  return dated(time, language, 'date-time', { dateStyle: 'medium', timeStyle: 'short' })
}

/** « 14:05 » */
export function formatTime(time: Date | string, language: Language): string {
  return dated(time, language, 'time', { timeStyle: 'short' })
}

/** « vendredi 20 novembre » */
export function formatDay(time: Date | string, language: Language): string {
  return dated(time, language, 'day', { weekday: 'long', day: 'numeric', month: 'long' })
}

function dated(
  time: Date | string,
  language: Language,
  name: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const timeZone = shopTimeZone()
  const format = remembered(
    `${name} ${language} ${timeZone}`,
    () => new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone }),
  )
  return withSameSpaces(format.format(new Date(time)))
}
