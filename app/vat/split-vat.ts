import { type BasisPoints, taxWithinCents } from '~/money/money'

/** Takes the tax out of a price that includes it, rounded half up. */
export function splitVat(
  totalCents: number,
  basisPoints: BasisPoints,
): { netCents: number; vatCents: number } {
  const vatCents = taxWithinCents(totalCents, basisPoints)
  return { netCents: totalCents - vatCents, vatCents }
}

export type TaxedLine = { totalCents: number; vatBasisPoints: BasisPoints; vatCents: number }
export type VatSum = TaxedLine & { netCents: number }

/** The tax per rate, highest first: the sum of what the lines show, never recomputed from the total. */
export function summariseVat(lines: readonly TaxedLine[]): VatSum[] {
  const sums = new Map<BasisPoints, VatSum>()
  for (const { totalCents, vatBasisPoints, vatCents } of lines) {
    const sum = sums.get(vatBasisPoints) ?? { vatBasisPoints, netCents: 0, vatCents: 0, totalCents: 0 }
    sums.set(vatBasisPoints, {
      vatBasisPoints,
      netCents: sum.netCents + totalCents - vatCents,
      vatCents: sum.vatCents + vatCents,
      totalCents: sum.totalCents + totalCents,
    })
  }
  return [...sums.values()].sort((a, b) => b.vatBasisPoints - a.vatBasisPoints)
}
