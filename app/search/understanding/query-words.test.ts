import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  normalizeReference,
  queryWords,
  referenceCandidates,
  typosAllowed,
  typosBetween,
  wordsOf,
} from './query-words'

test('words are compared without accents, case and punctuation', () => {
  expect(wordsOf("L'Œillet d’habitacle 10W-40")).toEqual(['l', 'oeillet', 'd', 'habitacle', '10w', '40'])
  expect(queryWords("l'huile à moteur")).toEqual(['huile', 'moteur'])
  expect(queryWords('a')).toEqual(['a'])
  expect(queryWords('😀 !')).toEqual([])
})

test('a reference may stand anywhere in a query, in pieces', () => {
  const found = referenceCandidates('disque 0 986 479 B58 avant').map(({ normalized }) => normalized)
  expect(found).toContain('0986479B58')
  expect(found.indexOf('0986479B58')).toBeLessThan(found.indexOf('986479'))
  expect(referenceCandidates('1109.ck')).toEqual([{ normalized: '1109CK', typed: '1109.ck' }])
  expect(referenceCandidates('plaquettes de frein')).toEqual([])
})

test('typos are counted: changed, added, missing and swapped letters', () => {
  expect(typosBetween('filtre', 'filte')).toBe(1)
  expect(typosBetween('disque', 'dsique')).toBe(1)
  expect(typosBetween('dracaufeu', 'dracofeu')).toBe(2)
  expect(typosBetween('', 'abc')).toBe(3)
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      const typos = typosBetween(one, other)
      expect(typos).toBe(typosBetween(other, one))
      expect(typos === 0).toBe(one === other)
      expect(typos).toBeLessThanOrEqual(Math.max(one.length, other.length))
    }),
  )
  expect([
    typosAllowed('egr'),
    typosAllowed('pneu'),
    typosAllowed('amortisseur'),
    typosAllowed('5w30xxxx'),
  ]).toEqual([0, 1, 2, 0])
})

test('no text takes long to be read', () => {
  const began = performance.now()
  for (const text of ['%_'.repeat(500), '0 '.repeat(500), 'a'.repeat(100_000), '\u0301'.repeat(100_000)]) {
    queryWords(text)
    referenceCandidates(text)
    normalizeReference(text)
  }
  expect(performance.now() - began).toBeLessThan(500)
})
