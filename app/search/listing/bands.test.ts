import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandsOf,
  bandToken,
  isInBand,
  PRICE_BANDS,
  PRICE_STEPS,
  parseBand,
  parsePriceBand,
  priceToken,
} from './bands'

describe('a band in the URL', () => {
  test.for([
    ['250-300', { from: 250, to: 300 }],
    ['-300', { from: null, to: 300 }],
    ['12.5-', { from: 12.5, to: null }],
    ['280', { from: 280, to: 280 }],
  ] as const)('%s is understood and written back', ([text, band]) => {
    expect(parseBand(text)).toEqual(band)
    expect(bandToken(band)).toBe(text)
  })

  test.for([
    '',
    '-',
    '300-250',
    '1e9',
    '-1--2',
    'NaN',
    'Infinity',
    '0x10',
    '1,5',
    ' 1',
    '1-2-3',
    '9'.repeat(30),
  ])('%s is none', (text) => {
    expect(parseBand(text)).toBeNull()
  })

  test('prices travel in euros and are compared in cents, whatever the cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (cents) => {
        const band = { from: cents, to: null }
        expect(parsePriceBand(priceToken(band))).toEqual(band)
      }),
    )
    expect(parsePriceBand('999999999-')).toBeNull()
  })
})

test('the bands of the price facet hold every price exactly once', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(...PRICE_STEPS)), (cents) => {
      const holding = PRICE_BANDS.flatMap((band, place) => (isInBand(cents, band) ? [place] : []))
      expect(holding).toEqual([PRICE_STEPS.filter((step) => cents >= step).length])
    }),
  )
})

test('few numbers are offered one by one, many in stretches that hold each of them once', () => {
  expect(bandsOf([280, 256, 280])).toEqual([
    { from: 256, to: 256 },
    { from: 280, to: 280 },
  ])
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 9 }), (values) => {
      const bands = bandsOf(values)
      expect(bands.length).toBeLessThanOrEqual(6)
      for (const value of values) expect(bands.filter((band) => isInBand(value, band))).toHaveLength(1)
    }),
  )
})
