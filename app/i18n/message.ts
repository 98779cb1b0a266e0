import type { ParseKeys, TFunction } from 'i18next'

export type MessageKey = ParseKeys

type Values = Record<string, string | number>

/**
 * A message travelling as plain text, with what fills its gaps: forms give their errors as strings.
 * `message('cart.onlySomeLeft', { count: 3 })` is 'cart.onlySomeLeft?count=3'.
 */
export function message(key: MessageKey, values: Values = {}): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]))
  return query.size > 0 ? `${key}?${query}` : key
}

/** Words a travelling message; a text that is no key is shown as it is. */
export function worded(t: TFunction, text: string): string {
  const [key = '', query] = text.split(/\?(.*)/s)
  if (!/^[a-z][\w]*(\.[\w-]+)+$/i.test(key)) return text
  const values = Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [name, name === 'count' ? Number(value) : value]),
  )
  return t(key as MessageKey, { ...values, defaultValue: text }) as string
}
