import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitVat, summariseVat } from './split-vat'

const cents = fc.integer({ min: 0, max: 100_000_000 })
const rate = fc.integer({ min: 0, max: 5000 })

test('120.00 at 20 % is 100.00 and 20.00 of tax', () => {
  expect(splitVat(12_000, 2000)).toEqual({ netCents: 10_000, vatCents: 2000 })
})

test('half a cent of tax is rounded up', () => {
  expect(splitVat(3, 2000)).toEqual({ netCents: 2, vatCents: 1 })
})

test('net and tax always add up to the price, and the tax is within half a cent of the exact one', () => {
  fc.assert(
    fc.property(cents, rate, (totalCents, basisPoints) => {
      const { netCents, vatCents } = splitVat(totalCents, basisPoints)
      expect(netCents + vatCents).toBe(totalCents)
      expect(Math.abs(vatCents - (totalCents * basisPoints) / (10_000 + basisPoints))).toBeLessThanOrEqual(
        0.5001,
      )
      expect(vatCents).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('the tax per rate is the sum of the lines of that rate', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, fc.constantFrom(0, 210, 550, 1000, 2000))), (entries) => {
      const lines = entries.map(([totalCents, vatBasisPoints]) => ({
        totalCents,
        vatBasisPoints,
        vatCents: splitVat(totalCents, vatBasisPoints).vatCents,
      }))
      const sums = summariseVat(lines)
      expect(sums.reduce((sum, part) => sum + part.netCents + part.vatCents, 0)).toBe(
        lines.reduce((sum, line) => sum + line.totalCents, 0),
      )
      expect(new Set(sums.map((part) => part.vatBasisPoints)).size).toBe(sums.length)
    }),
  )
})
