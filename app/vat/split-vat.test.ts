import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitVat, vatOfSale, vatPerLine } from './split-vat'

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

const rates = fc.constantFrom(0, 210, 550, 1000, 2000)
const aSale = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500_000 }), rates), { maxLength: 500 })
  .map((lines) => lines.map(([totalCents, vatBasisPoints]) => ({ totalCents, vatBasisPoints })))
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

test('per rate, net and tax add up to what was sold, and the lines to the tax of their rate', () => {
  fc.assert(
    fc.property(aSale, (lines) => {
      const sums = vatOfSale(lines)
      const shown = vatPerLine(lines)

      expect(sumOf(sums.map((sum) => sum.netCents + sum.vatCents))).toBe(
        sumOf(lines.map((line) => line.totalCents)),
      )
      expect(new Set(sums.map((sum) => sum.vatBasisPoints)).size).toBe(sums.length)
      for (const { vatBasisPoints, vatCents, totalCents } of sums) {
        const own = shown.filter((line) => line.vatBasisPoints === vatBasisPoints)
        expect(sumOf(own.map((line) => line.vatCents))).toBe(vatCents)
        expect(sumOf(own.map((line) => line.totalCents))).toBe(totalCents)
      }
    }),
  )
})

test('each line bears the tax of its own price, to less than a cent and a half', () => {
  fc.assert(
    fc.property(aSale, (lines) => {
      for (const { totalCents, vatBasisPoints, vatCents } of vatPerLine(lines)) {
        const exact = (totalCents * vatBasisPoints) / (10_000 + vatBasisPoints)
        expect(Math.abs(vatCents - exact)).toBeLessThanOrEqual(1.0001)
        expect(vatCents).toBeGreaterThanOrEqual(0)
        expect(vatCents).toBeLessThanOrEqual(totalCents)
      }
    }),
  )
})

test('one line bears its tax rounded half up, as ever', () => {
  fc.assert(
    fc.property(cents, rates, (totalCents, vatBasisPoints) => {
      const [line] = vatPerLine([{ totalCents, vatBasisPoints }])
      expect(line?.vatCents).toBe(splitVat(totalCents, vatBasisPoints).vatCents)
    }),
  )
})

/** EN 16931, BR-CO-17: the tax of a rate is net × rate, rounded. */
const asTheStandard = (netCents: number, basisPoints: number) => Math.round((netCents * basisPoints) / 10_000)

test('the tax of a rate is net × rate wherever a document of this total can say so, else a cent beside it', () => {
  fc.assert(
    fc.property(cents, rates, (totalCents, vatBasisPoints) => {
      const { netCents, vatCents } = splitVat(totalCents, vatBasisPoints)
      const candidates = [netCents - 1, netCents, netCents + 1]
      const isPossible = candidates.some((net) => net + asTheStandard(net, vatBasisPoints) === totalCents)
      const difference = Math.abs(vatCents - asTheStandard(netCents, vatBasisPoints))
      expect(difference).toBeLessThanOrEqual(isPossible ? 0 : 1)
    }),
    { numRuns: 2000 },
  )
})

test('five hundred cards of 3 cents hold 2.50 of tax, not 5.00', () => {
  const cards = Array.from({ length: 500 }, () => ({ totalCents: 3, vatBasisPoints: 2000 }))
  expect(vatOfSale(cards)).toEqual([
    { vatBasisPoints: 2000, totalCents: 1500, netCents: 1250, vatCents: 250 },
  ])
})

test('what costs nothing tells no tax', () => {
  expect(vatOfSale([{ totalCents: 0, vatBasisPoints: 2000 }])).toEqual([])
})
