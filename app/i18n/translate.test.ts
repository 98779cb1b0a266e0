import { describe, expect, test } from 'vitest'
import en from '~/messages/en'
import fr from '~/messages/fr'
import { message, worded } from './message'
import { type Messages, translateIn } from './translate'

const WORDS = {
  greeting: 'Bonjour {{name}}',
  items_one: '{{count}} article',
  items_other: '{{count}} articles',
  left_zero: 'plus rien',
  left_one: 'plus qu’un',
  left_other: 'plus que {{count}}',
} as unknown as Messages

const t = translateIn('fr', WORDS) as (key: string, values?: Record<string, string | number>) => string

describe('words', () => {
  test('gaps are filled, and left visible when nothing fills them', () => {
    expect(t('greeting', { name: 'Ana' })).toBe('Bonjour Ana')
    expect(t('greeting', {})).toBe('Bonjour {{name}}')
  })

  test('none and one are singular in French, a million is plural', () => {
    expect([0, 1, 2, 1_000_000].map((count) => t('items', { count }))).toEqual([
      '0 article',
      '1 article',
      '2 articles',
      '1\u00a0000\u00a0000 articles',
    ])
  })

  test('none may have words of its own', () => {
    expect([0, 1, 3].map((count) => t('left', { count }))).toEqual(['plus rien', 'plus qu’un', 'plus que 3'])
  })

  test('numbers are written as the language writes them, texts as they are', () => {
    const inFrench = translateIn('fr', fr)
    expect(inFrench('search.count', { count: 6566 })).toBe('6\u00a0566 produits')
    expect(translateIn('en', en)('search.count', { count: 6566 })).toBe('6,566 products')
    expect(inFrench('vehicles.years.since', { from: '2005' })).toBe('depuis 2005')
  })

  test('a value is never read as a gap or a pattern', () => {
    expect(t('greeting', { name: '{{count}} $& $1' })).toBe('Bonjour {{count}} $& $1')
  })

  test.each(['nowhere', 'greeting.deeper', '__proto__.toString', 'constructor', ''])(
    'an unknown key is its own text: %s',
    (key) => {
      expect(t(key)).toBe(key)
    },
  )
})

describe('a message that travels as text', () => {
  const english = translateIn('en', en)

  test('keeps its values', () => {
    expect(message('ui.errors.tooShort', { count: 5 })).toBe('ui.errors.tooShort?count=5')
    expect(worded(english, message('ui.errors.tooShort', { count: 5 }))).toBe('At least 5 characters.')
  })

  test('is shown as it is when it is no key', () => {
    expect(worded(english, 'Is it 5 o’clock? Yes.')).toBe('Is it 5 o’clock? Yes.')
  })
})

test('every text has the same gaps in both languages', () => {
  expect(gapsOf(en)).toEqual(gapsOf(fr))
})

function gapsOf(messages: unknown, path = ''): Record<string, string[]> {
  if (typeof messages === 'string') return { [path]: (messages.match(/{{\s*\w+\s*}}/g) ?? []).sort() }
  const parts = Object.entries(messages as object).map(([key, part]) =>
    gapsOf(part, path ? `${path}.${key}` : key),
  )
  return Object.assign({}, ...parts)
}
