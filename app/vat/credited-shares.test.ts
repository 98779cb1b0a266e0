import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditedShares, type VatShare } from './credited-shares'
import { vatOfSale } from './split-vat'

const gross = (shares: readonly VatShare[]) => shares.reduce((sum, s) => sum + s.netCents + s.vatCents, 0)

/** What an order of some lines is invoiced as. */
const anInvoice = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.constantFrom(0, 210, 550, 850, 1000, 2000, 2500)), {
    minLength: 1,
    maxLength: 20,
  })
  .map((lines): VatShare[] =>
    vatOfSale(lines.map(([totalCents, vatBasisPoints]) => ({ totalCents, vatBasisPoints }))).map(
      ({ vatBasisPoints: basisPoints, netCents, vatCents }) => ({ basisPoints, netCents, vatCents }),
    ),
  )

/** An invoice and the amounts in which it is given back, to the last cent. */
const credited = anInvoice.chain((invoiced) => {
  const total = gross(invoiced)
  return fc
    .array(fc.oneof(fc.integer({ min: 1, max: total }), fc.integer({ min: 1, max: 5 })), { maxLength: 30 })
    .map((cuts) => {
      const amounts: number[] = []
      let left = total
      for (const cut of cuts) {
        if (left === 0) break
        amounts.push(Math.min(cut, left))
        left -= Math.min(cut, left)
      }
      return { invoiced, amounts: left > 0 ? [...amounts, left] : amounts }
    })
})

function creditInParts({ invoiced, amounts }: { invoiced: VatShare[]; amounts: number[] }) {
  let beforeCents = 0
  return amounts.map((creditedCents) => {
    const note = creditedShares(invoiced, { beforeCents, creditedCents })
    beforeCents += creditedCents
    return { note, creditedCents, beforeCents }
  })
}

test('any sequence of credits adds up to its invoice: per rate, net and tax, to the cent', () => {
  fc.assert(
    fc.property(credited, (given) => {
      const notes = creditInParts(given).flatMap(({ note }) => note)
      const sums = given.invoiced.map(({ basisPoints }) => {
        const own = notes.filter((share) => share.basisPoints === basisPoints)
        return {
          basisPoints,
          netCents: own.reduce((sum, share) => sum + share.netCents, 0),
          vatCents: own.reduce((sum, share) => sum + share.vatCents, 0),
        }
      })
      expect(sums).toEqual(given.invoiced)
    }),
    { numRuns: 1000 },
  )
})

test('each credit is of its amount, and gives back nothing below zero', () => {
  fc.assert(
    fc.property(credited, (given) => {
      for (const { note, creditedCents } of creditInParts(given)) {
        expect(gross(note)).toBe(creditedCents)
        for (const share of note) expect(Math.min(share.netCents, share.vatCents)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 1000 },
  )
})

test('on the way there the tax is within two cents of the exact proportion, however small the parts', () => {
  fc.assert(
    fc.property(anInvoice, fc.double({ min: 0, max: 1, noNaN: true }), (invoiced, part) => {
      const total = gross(invoiced)
      const creditedCents = Math.max(1, Math.floor(total * part))
      const note = creditedShares(invoiced, { beforeCents: 0, creditedCents })
      for (const { basisPoints, vatCents } of invoiced) {
        const given = note.find((share) => share.basisPoints === basisPoints)?.vatCents ?? 0
        expect(Math.abs(given - (vatCents * creditedCents) / total)).toBeLessThanOrEqual(2)
      }
    }),
  )
})

test('120.00 at 20 %, given back a cent at a time: after half of it half of the tax went back', () => {
  const invoiced = [{ basisPoints: 2000, netCents: 10_000, vatCents: 2000 }]
  const notes = creditInParts({ invoiced, amounts: Array.from({ length: 6000 }, () => 1) })
  expect(notes.reduce((sum, { note }) => sum + (note[0]?.vatCents ?? 0), 0)).toBe(1000)
})
