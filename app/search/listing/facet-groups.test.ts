import { describe, expect, test } from 'vitest'
import { translator } from '~/i18n/translator.server'
import { type FacetCounts, NO_COUNTS } from '../engine/product-search'
import { type ListingFilters, NO_FILTERS } from '../listing-filters'
import { appliedFilters, type FacetWords, facetGroups, withKnownNames } from './facet-groups'

const words: FacetWords = {
  brands: new Map([
    ['ate', 'ATE'],
    ['bosch', 'Bosch'],
  ]),
  ranges: new Map([['disques', 'Disques de frein']]),
  attributes: [
    {
      key: 'axle',
      kind: 'choice' as const,
      unit: null,
      label: 'Essieu',
      options: { front: 'Avant', rear: 'Arrière' },
    },
    { key: 'diameter_mm', kind: 'number' as const, unit: 'mm', label: 'Diamètre', options: {} },
  ],
}
const wording = { t: translator('fr'), language: 'fr' as const, words }
const groups = (counts: Partial<FacetCounts>, filters: Partial<ListingFilters> = {}, total = 10) =>
  facetGroups({ counts: { ...NO_COUNTS, ...counts }, total, filters: { ...NO_FILTERS, ...filters } }, wording)
const inShort = (all: ReturnType<typeof groups>) =>
  all.map(({ label, choices }) => [
    label,
    ...choices.map(({ label, count, isOn }) =>
      `${isOn ? '✓ ' : ''}${label} ${count}`.replaceAll('\u00a0', ' '),
    ),
  ])

describe('facets', () => {
  test('are worded in the language, the fullest brands first', () => {
    const brands = [
      { value: 'ate', count: 2 },
      { value: 'bosch', count: 8 },
    ]
    expect(inShort(groups({ brands, inStock: 4 }))).toEqual([
      ['Disponibilité', 'En stock 4'],
      ['Marque', 'Bosch 8', 'ATE 2'],
    ])
  })

  test('that cannot tell products apart are not shown, unless they are on', () => {
    const brands = [{ value: 'ate', count: 10 }]
    expect(groups({ brands, inStock: 10 })).toEqual([])
    expect(inShort(groups({ brands }, { brands: ['ate'] }))).toEqual([['Marque', '✓ ATE 10']])
  })

  test('keep a choice that is on even when nothing is left of it', () => {
    const filters = { attributes: { axle: { kind: 'choice' as const, options: ['rear'] } } }
    expect(inShort(groups({ attributes: { axle: [{ value: 'front', count: 3 }] } }, filters))).toEqual([
      ['Essieu', '✓ Arrière 0', 'Avant 3'],
    ])
  })

  test('offer prices and numbers in bands, in their order', () => {
    const priceBands = [
      { value: '2', count: 1 },
      { value: '0', count: 2 },
      { value: '6', count: 3 },
    ]
    const diameter_mm = Array.from({ length: 12 }, (_, index) => ({
      value: String(240 + index * 10),
      count: 1,
    }))
    expect(inShort(groups({ priceBands, attributes: { diameter_mm } }))).toEqual([
      ['Prix', "Jusqu'à 10 € 2", 'De 25 € à 50 € 1', 'Dès 500 € 3'],
      ['Diamètre', ...[240, 260, 280, 300, 320, 340].map((from) => `De ${from} à ${from + 10} mm 2`)],
    ])
  })

  test('count what is found under a stretch of prices that was typed', () => {
    const priceBands = [{ value: '2', count: 4 }]
    const filters = { prices: [{ from: 1_000, to: 6_000 }] }

    expect(inShort(groups({ priceBands }, filters, 6))).toEqual([
      ['Prix', 'De 25 € à 50 € 4', '✓ De 10 € à 60 € 6'],
    ])
  })
})

test('names that the shop does not have are taken out', () => {
  const filters = { ...NO_FILTERS, brands: ['bosch', 'unknown'], ranges: ['nowhere'] }
  expect(withKnownNames(filters, words)).toMatchObject({ brands: ['bosch'], ranges: [] })
})

test('every filter is applied in words', () => {
  const filters: ListingFilters = {
    brands: ['bosch'],
    ranges: ['disques'],
    prices: [{ from: 2000, to: 4999 }],
    inStock: true,
    attributes: { diameter_mm: { kind: 'number', bands: [{ from: 280, to: 280 }] } },
  }
  const applied = appliedFilters(filters, wording).map(({ facet, label }) =>
    `${facet}: ${label}`.replaceAll('\u00a0', ' '),
  )
  expect(applied).toEqual([
    'Marque: Bosch',
    'Gamme: Disques de frein',
    'Prix: De 20 € à 50 €',
    'Disponibilité: En stock',
    'Diamètre: 280 mm',
  ])
})
