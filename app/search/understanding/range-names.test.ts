import { expect, test } from 'vitest'
import { meantRanges, type RangeNames, rangeNames, rangesFirst } from './range-names'

const RANGES = [
  { fr: 'Batteries', en: 'Batteries' },
  { fr: 'Chargeurs de batterie', en: 'Battery chargers' },
  { fr: 'Pneus été', en: 'Summer tyres' },
  { fr: 'Capteurs de pression (TPMS)', en: 'Tyre pressure sensors (TPMS)' },
  { fr: 'Rotules de direction', en: 'Tie rod ends' },
  { fr: 'Rotules de suspension', en: 'Ball joints' },
  { fr: 'Filtres à carburant', en: 'Fuel filters' },
  { fr: 'Phares avant', en: 'Headlights' },
]
const SYNONYMS = [
  [
    ['rotule', 'direction'],
    ['rotule', 'axiale'],
  ],
  [
    ['filtre', 'carburant'],
    ['filtre', 'gasoil'],
  ],
  [['avant'], ['av']],
]

function namesIn(language: 'fr' | 'en'): RangeNames {
  const ranges = RANGES.map((name, at) => ({
    id: at + 1,
    slug: name.fr,
    name: name[language],
    family: { slug: 'family', name: '' },
    written: (['fr', 'en'] as const).map((one) => ({ language: one, name: name[one] })),
    size: 10 - at,
  }))
  return rangeNames(ranges, { synonyms: language === 'fr' ? SYNONYMS : [], language })
}

const first = (words: string, language: 'fr' | 'en' = 'fr') =>
  rangesFirst(words.split(' '), namesIn(language))

test('the thing itself is meant before what goes with it, in the word order of the language', () => {
  expect(first('batterie')).toEqual(['Batteries'])
  expect(first('chargeur batterie')).toEqual(['Chargeurs de batterie'])
  expect(first('tyres', 'en')).toEqual(['Pneus été'])
  expect(first('tyre pressure sensor', 'en')).toEqual(['Capteurs de pression (TPMS)'])
})

test('a range is meant by every synonym, by what stands in brackets, and by its name in the other language', () => {
  expect(first('rotule axiale')).toEqual(['Rotules de direction'])
  expect(first('filtre gasoil')).toEqual(['Filtres à carburant'])
  expect(first('phare av')).toEqual(['Phares avant'])
  expect(first('tpms')).toEqual(['Capteurs de pression (TPMS)'])
  expect(first('headlights')).toEqual(['Phares avant'])
})

test('words that name several ranges equally well mean them all, and other words are left over', () => {
  expect(first('rotule')).toEqual(['Rotules de direction', 'Rotules de suspension'])
  expect(meantRanges(['batterie', '70ah', 'varta'], namesIn('fr'))?.rest).toEqual(['70ah', 'varta'])
})

test('a word in common with the end of a long name names nothing', () => {
  expect(first('pression pluie')).toEqual([])
  expect(first('capteur pluie')).toEqual(['Capteurs de pression (TPMS)'])
  expect(first('toupie')).toEqual([])
})
