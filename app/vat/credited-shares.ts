import type { BasisPoints } from '~/money/money'

/** What a document says of one rate. */
export type VatShare = { basisPoints: BasisPoints; netCents: number; vatCents: number }

/**
 * The part of an invoice that a credit gives back, per rate. It depends on nothing but what was credited before and what
 * is credited now, so that any sequence of credits adds up to the invoice: per rate, net and tax, to the cent, and is
 * never more than a cent or two from the exact proportion on its way there.
 */
export function creditedShares(
  invoiced: readonly VatShare[],
  { beforeCents, creditedCents }: { beforeCents: number; creditedCents: number },
): VatShare[] {
  const before = sharesOf(invoiced, beforeCents)
  const after = sharesOf(invoiced, beforeCents + creditedCents)
  return invoiced.flatMap(({ basisPoints }, index) => {
    const netCents = (after[index]?.netCents ?? 0) - (before[index]?.netCents ?? 0)
    const vatCents = (after[index]?.vatCents ?? 0) - (before[index]?.vatCents ?? 0)
    return netCents + vatCents > 0 ? [{ basisPoints, netCents, vatCents }] : []
  })
}

/**
 * The first so many cents of an invoice. Each rate takes its part of what the rates before it left, and each tax its part
 * of its rate: no part ever shrinks when the sum grows, as the largest remainders would let it.
 */
function sharesOf(invoiced: readonly VatShare[], cents: number): VatShare[] {
  let left = cents
  let leftOfAll = invoiced.reduce((sum, share) => sum + grossOf(share), 0)
  return invoiced.map((share) => {
    const gross = grossOf(share)
    const part = proportion(left, gross, leftOfAll)
    left -= part
    leftOfAll -= gross
    const vatCents = proportion(part, share.vatCents, gross)
    return { ...share, netCents: part - vatCents, vatCents }
  })
}

function grossOf({ netCents, vatCents }: VatShare): number {
  return netCents + vatCents
}

/** Rounded half up, exact for any amount. */
function proportion(cents: number, part: number, whole: number): number {
  if (whole === 0) return 0
  const [amount, numerator, denominator] = [BigInt(cents), BigInt(part), BigInt(whole)]
  return Number((2n * amount * numerator + denominator) / (2n * denominator))
}
