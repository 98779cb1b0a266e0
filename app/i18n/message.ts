import type { MessageKey, Translate, Values } from './translate'

export type { MessageKey } from './translate'

/**
 * A message travelling as plain text, with what fills its gaps: forms give their errors as strings.
 * `message('cart.onlySomeLeft', { count: 3 })` is 'cart.onlySomeLeft?count=3'.
 */
export function message(key: MessageKey, values: Values = {}): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]))
  return query.size > 0 ? `${key}?${query}` : key
}

/** Words a travelling message; a text that is no key is shown as it is. */
export function worded(t: Translate, text: string): string {
  const [key = '', query = ''] = text.split(/\?(.*)/s)
  const values = Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [name, name === 'count' ? Number(value) : value]),
  )
  const words = t(key as MessageKey, values)
  return words === key ? text : words
}
