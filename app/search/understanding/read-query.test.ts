import { expect, test } from 'vitest'
import { readQuery, type Spelling } from './read-query'

const PERFECT: Spelling = { meant: () => [], asOneWord: () => [] }
const read = (query: string, synonyms: string[][][] = [], spelling: Partial<Spelling> = {}) =>
  readQuery(query.split(' '), { synonyms, spelling: { ...PERFECT, ...spelling } })

test('every word is sought; the last one may go on', () => {
  expect(read('disque fre')).toEqual([
    { own: `'disque'`, others: [] },
    { own: `'fre':*`, others: [] },
  ])
})

test('the longest phrase with synonyms is one part', () => {
  const synonyms = [
    [['feu'], ['lampe']],
    [
      ['feu', 'stop'],
      ['feu', 'arriere'],
    ],
  ]
  expect(read('feux stop gauche', synonyms)).toEqual([
    { own: `'feux' & 'stop'`, others: [`('feu' & 'arriere')`] },
    { own: `'gauche':*`, others: [] },
  ])
})

test('a misspelt word brings what it was meant to be, two words what they are as one', () => {
  expect(read('plaqette', [], { meant: () => [['plaquette'], ['10w', '40']] })).toEqual([
    { own: `'plaqette':*`, others: [`('plaquette')`, `('10w' & '40')`] },
  ])
  const asOneWord = (first: string, second: string) => (second === 'compresseur' ? [`${first}${second}`] : [])
  expect(read('turbo compresseur neuf', [[['turbo'], ['turbocompresseur']]], { asOneWord })).toEqual([
    { own: `'turbo' & 'compresseur'`, others: [`'turbocompresseur'`] },
    { own: `'neuf':*`, others: [] },
  ])
})
