import { type BasisPoints, taxWithinCents } from '~/money/money'

/** Takes the tax out of a price that includes it, rounded half up. */
export function splitVat(
  totalCents: number,
  basisPoints: BasisPoints,
): { netCents: number; vatCents: number } {
  const vatCents = taxWithinCents(totalCents, basisPoints)
  return { netCents: totalCents - vatCents, vatCents }
}

export type TaxedAmount = { totalCents: number; vatBasisPoints: BasisPoints }
export type VatSum = TaxedAmount & { netCents: number; vatCents: number }

/**
 * The tax of a sale per rate, highest first, taken out of all that is sold at the rate, delivery included. Cart, order,
 * mail, invoice and all that is made of it take it from here, so that no two of them differ by a cent (decision 31).
 */
export function vatOfSale(amounts: readonly TaxedAmount[]): VatSum[] {
  const totals = new Map<BasisPoints, number>()
  for (const { totalCents, vatBasisPoints } of amounts)
    totals.set(vatBasisPoints, (totals.get(vatBasisPoints) ?? 0) + totalCents)
  return [...totals]
    .filter(([, totalCents]) => totalCents > 0)
    .map(([vatBasisPoints, totalCents]) => ({
      vatBasisPoints,
      totalCents,
      ...splitVat(totalCents, vatBasisPoints),
    }))
    .sort((a, b) => b.vatBasisPoints - a.vatBasisPoints)
}

/**
 * What of the tax of a sale each line bears: rounded half up line by line, what was lost or won by rounding being carried
 * to the next line of the rate. So the lines add up to the tax of their rate, and none is a cent from its own.
 */
export function vatPerLine<Line extends TaxedAmount>(
  lines: readonly Line[],
): (Line & { vatCents: number })[] {
  const before = new Map<BasisPoints, number>()
  return lines.map((line) => {
    const { totalCents, vatBasisPoints } = line
    const from = before.get(vatBasisPoints) ?? 0
    before.set(vatBasisPoints, from + totalCents)
    const vatUpTo = (cents: number) => taxWithinCents(cents, vatBasisPoints)
    return { ...line, vatCents: vatUpTo(from + totalCents) - vatUpTo(from) }
  })
}
