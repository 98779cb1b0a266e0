import type fr from '~/messages/fr'
import { formatNumber } from './format'
import { type Language, localeOf } from './language'

export type Messages = typeof fr
export type Values = Record<string, string | number>
export type Translate = (key: MessageKey, values?: Values) => string

/** Every path through the French messages to a text; the forms of a plural are one key. */
export type MessageKey = KeysOf<Messages>

type KeysOf<Room> = {
  [Key in keyof Room & string]: Room[Key] extends string ? Singular<Key> : `${Key}.${KeysOf<Room[Key]>}`
}[keyof Room & string]

type Singular<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : Key

/**
 * The words of one language: nested keys, `{{gaps}}` and plurals by `count`. A number is written as the language writes
 * it, « 6 566 »; what must not be (a year, an order's number) is given as text. A key that is missing is its own text.
 */
export function translateIn(language: Language, messages: Messages): Translate {
  const plurals = new Intl.PluralRules(localeOf(language))
  const written = (value: string | number | undefined) =>
    typeof value === 'number' ? formatNumber(value, language) : value

  // Most texts are always the same, and a page says hundreds of them.
  const plain = new Map<string, string>()
  return (key, values) => {
    const known = values ? undefined : plain.get(key)
    if (known !== undefined) return known
    const text = textAt(messages, key, formsOf(values?.count, plurals))
    if (text !== undefined && !values) plain.set(key, text)
    if (text === undefined) return key
    return values ? text.replace(/{{\s*(\w+)\s*}}/g, (gap, name) => written(values[name]) ?? gap) : text
  }
}

/** The room that says it: 'cart' for 'cart.line.add'. */
export function roomOfKey(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('.')))
}

// The form itself first; « 1 000 000 » counts as "many" in French and is worded as "other".
function formsOf(count: string | number | undefined, plurals: Intl.PluralRules): string[] {
  if (typeof count !== 'number') return ['']
  const form = `_${plurals.select(count)}`
  return count === 0 ? ['_zero', form, '_other', ''] : [form, '_other', '']
}

function textAt(messages: Messages, key: string, forms: readonly string[]): string | undefined {
  const path = key.split('.')
  const last = path.pop() ?? ''
  let branch: unknown = messages
  for (const step of path) branch = stepInto(branch, step)
  for (const form of forms) {
    const text = stepInto(branch, last + form)
    if (typeof text === 'string') return text
  }
  return undefined
}

function stepInto(branch: unknown, step: string): unknown {
  return typeof branch === 'object' && branch !== null && Object.hasOwn(branch, step)
    ? (branch as Record<string, unknown>)[step]
    : undefined
}
