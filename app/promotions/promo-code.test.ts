import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizePromoCode, shareDiscount } from './promo-code'

const amount = (value: number) => ({ kind: 'amount' as const, value, rangeIds: [] })
const percent = (value: number, rangeIds: number[] = []) => ({
  kind: 'percentage' as const,
  value,
  rangeIds,
})
const sum = (cents: number[]) => cents.reduce((total, part) => total + part, 0)

test('a code is the same however it is typed', () => {
  for (const typed of ['WELCOME10', ' welcome10 ', 'Welcome 10', 'ＷＥＬＣＯＭＥ１０', 'welcome10\n'])
    expect(normalizePromoCode(typed)).toBe('WELCOME10')
})

test('a code may be pasted with all that stood around it', () => {
  const pasted = [
    'WELCOME10\u200b',
    'WELCOME10\u202c',
    '“WELCOME10”',
    '« WELCOME10 »',
    '‹WELCOME10›',
    'WELCOME\u00ad10',
    "'welcome10'",
  ]
  for (const typed of pasted) expect(normalizePromoCode(typed)).toBe('WELCOME10')
  expect(normalizePromoCode('WELCOME\u201110')).toBe('WELCOME-10')
  expect(normalizePromoCode("l'été")).toBe("L'ÉTÉ")
})

test('a discount is shared over the lines to the cent', () => {
  const three = [1000, 1000, 1000].map((totalCents) => ({ rangeId: 1, totalCents }))

  expect(shareDiscount(three, amount(100))).toEqual([34, 33, 33])
  expect(shareDiscount(three, percent(1000))).toEqual([100, 100, 100])
})

test('a fixed discount is never worth more than the goods', () => {
  expect(shareDiscount([{ rangeId: 1, totalCents: 300 }], amount(5000))).toEqual([300])
  expect(shareDiscount([{ rangeId: 1, totalCents: 300 }], percent(10_000))).toEqual([300])
})

test('only lines of the ranges named cost less', () => {
  const lines = [
    { rangeId: 1, totalCents: 1000 },
    { rangeId: 2, totalCents: 1000 },
  ]

  expect(shareDiscount(lines, percent(5000, [2]))).toEqual([0, 500])
  expect(shareDiscount(lines, percent(5000, [3]))).toEqual([0, 0])
})

test('free shipping takes nothing off the goods', () => {
  expect(
    shareDiscount([{ rangeId: 1, totalCents: 1000 }], { kind: 'free-shipping', value: null, rangeIds: [] }),
  ).toEqual([0])
})

test('whatever the cart and the code: parts add up, within the price of each line', () => {
  const line = fc.record({
    rangeId: fc.integer({ min: 1, max: 3 }),
    totalCents: fc.integer({ min: 0, max: 1_000_000 }),
  })
  const code = fc.record({
    kind: fc.constantFrom('percentage' as const, 'amount' as const, 'free-shipping' as const),
    value: fc.integer({ min: 1, max: 10_000 }),
    rangeIds: fc.subarray([1, 2, 3]),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), code, (lines, promo) => {
      const parts = shareDiscount(lines, promo)
      expect(parts).toHaveLength(lines.length)
      for (const [index, part] of parts.entries()) {
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(lines[index]?.totalCents ?? 0)
      }
      if (promo.kind === 'amount') expect(sum(parts)).toBeLessThanOrEqual(promo.value)
    }),
  )
})
