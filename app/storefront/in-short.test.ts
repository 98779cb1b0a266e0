import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inShort } from './in-short'

test('a short text stays, a long one ends at a word', () => {
  expect(inShort('Disque  ventilé\nde 280 mm.')).toBe('Disque ventilé de 280 mm.')
  expect(inShort('Disque ventilé, de 280 mm', 17)).toBe('Disque ventilé…')
})

test('it never exceeds its length by more than the ellipsis', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
      expect([...inShort(text, 50)].length).toBeLessThanOrEqual(51)
      expect(inShort(text, 50)).not.toMatch(/\p{Cs}/u)
    }),
  )
})
