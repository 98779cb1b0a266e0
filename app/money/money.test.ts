import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney } from './format'
import { euros, isSameMoney, shareOfCents, spreadCents, taxWithinCents } from './money'

const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 })
const rate = fc.integer({ min: 0, max: 10_000 })

describe('euros', () => {
  test('become whole cents', () => {
    expect([euros(12.5), euros(0.1 + 0.2), euros(19.99), euros(-3)].map((money) => money.cents)).toEqual([
      1250, 30, 1999, -300,
    ])
  })

  test('are the same money when amount and currency are', () => {
    expect(isSameMoney(euros(1), { cents: 100, currency: 'EUR' })).toBe(true)
    expect(isSameMoney(euros(1), euros(1.01))).toBe(false)
  })
})

describe('a share of an amount', () => {
  test('is rounded half up', () => {
    expect(shareOfCents(250, 1000)).toBe(25)
    expect(shareOfCents(205, 1000)).toBe(21)
    expect(shareOfCents(204, 1000)).toBe(20)
    expect(shareOfCents(999, 2000)).toBe(200)
  })

  test('of a credit is exactly the opposite of that of the charge', () => {
    fc.assert(
      fc.property(
        cents,
        rate,
        (amount, share) => shareOfCents(-amount, share) + shareOfCents(amount, share) === 0,
      ),
    )
  })

  test('is never more than half a cent from the exact one', () => {
    fc.assert(
      fc.property(cents, rate, (amount, share) => {
        const exactTimes10000 = BigInt(amount) * BigInt(share)
        const error = BigInt(shareOfCents(amount, share)) * 10_000n - exactTimes10000
        return error >= -5_000n && error <= 5_000n
      }),
    )
  })
})

describe('the tax within a price', () => {
  test.each([
    [12_000, 2000, 2000],
    [1_055, 550, 55],
    [100, 2000, 17],
    [99, 2000, 17],
    [-12_000, 2000, -2000],
    [5_000, 0, 0],
  ])('%d cents at %d basis points hold %d', (price, taxRate, tax) => {
    expect(taxWithinCents(price, taxRate)).toBe(tax)
  })
})

describe('an amount spread over weights', () => {
  test('gives the odd cents to the largest remainders', () => {
    expect(spreadCents(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(spreadCents(1000, [700, 200, 100])).toEqual([700, 200, 100])
    expect(spreadCents(5, [0, 10])).toEqual([0, 5])
    expect(spreadCents(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  })

  test('adds up to the amount, whatever the weights, and never changes sign', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(cents, weights, (amount, parts) => {
        const spread = spreadCents(amount, parts)
        return (
          spread.length === parts.length &&
          spread.reduce((sum, part) => sum + part, 0) === amount &&
          spread.every((part) => part === 0 || part < 0 === amount < 0)
        )
      }),
    )
  })

  test('goes to the first when nothing weighs', () => {
    expect(spreadCents(500, [0, 0])).toEqual([500, 0])
    expect(spreadCents(500, [])).toEqual([])
  })
})

test('a price is written as each language writes it, with the same spaces everywhere', () => {
  expect(formatMoney(123_450, 'fr')).toBe('1\u00a0234,50\u00a0€')
  expect(formatMoney(123_450, 'en')).toBe('€1,234.50')
  expect(formatMoney(-99, 'fr')).toBe('-0,99\u00a0€')
})
