import fc from 'fast-check'
import { expect, test } from 'vitest'
import { charactersIn, cutText } from './cut-text'

test.for([
  ['short', 10, 'short'],
  ['Plaquettes 🚗🚙🚕', 12, 'Plaquettes 🚗'],
  ['a👩‍👩‍👧b', 4, 'a'],
  ['a👩‍👩‍👧b', 6, 'a👩‍👩‍👧'],
  ['Ine\u0300s', 3, 'In'],
  ['🇫🇷🇩🇪', 3, '🇫🇷'],
  ['한국어', 2, '한국'],
  ['a\ud83d', 5, 'a'],
  ['abc', 0, ''],
] as const)('%s in the room of %i is %s', ([text, most, kept]) => {
  expect(cutText(text, most)).toBe(kept)
})

test('a letter below a tower of accents is cut when it has no room at all', () => {
  expect(charactersIn(cutText(`a${'\u0301'.repeat(1_000)}`, 10))).toBe(10)
})

test('what is left is a beginning, whole, and no longer than the room for it', () => {
  const anything = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(anything, fc.nat(20), (text, most) => {
      const cut = cutText(text, most)
      expect(charactersIn(cut)).toBeLessThanOrEqual(most)
      expect(text.replace(/\p{Cs}/gu, '').startsWith(cut)).toBe(true)
      expect(() => encodeURIComponent(cut)).not.toThrow()
      if (charactersIn(text) <= most) expect(cut).toBe(text)
    }),
    { numRuns: 2_000 },
  )
})
