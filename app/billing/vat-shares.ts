import { spreadCents, taxWithinCents } from '~/money/money'
import type { VatShare } from './invoice-tables.server'

type Taxed = { totalCents: number; vatBasisPoints: number; vatCents: number }

/** One share per rate, highest rate first; what costs nothing has no share. */
export function vatShares(parts: readonly Taxed[]): VatShare[] {
  const byRate = new Map<number, VatShare>()
  for (const { totalCents, vatBasisPoints, vatCents } of parts) {
    if (totalCents === 0) continue
    const share = byRate.get(vatBasisPoints) ?? { basisPoints: vatBasisPoints, netCents: 0, vatCents: 0 }
    share.netCents += totalCents - vatCents
    share.vatCents += vatCents
    byRate.set(vatBasisPoints, share)
  }
  return [...byRate.values()].sort((a, b) => b.basisPoints - a.basisPoints)
}

/** The part of an invoice that a refund gives back, spread over its rates in proportion. */
export function creditedShares(invoiced: readonly VatShare[], creditedCents: number): VatShare[] {
  const grossOf = (share: VatShare) => share.netCents + share.vatCents
  const isWhole = creditedCents === invoiced.reduce((sum, share) => sum + grossOf(share), 0)
  if (isWhole) return [...invoiced]

  const parts = spreadCents(creditedCents, invoiced.map(grossOf))
  return invoiced.flatMap(({ basisPoints }, index) => {
    const cents = parts[index] ?? 0
    const vatCents = taxWithinCents(cents, basisPoints)
    return cents > 0 ? [{ basisPoints, netCents: cents - vatCents, vatCents }] : []
  })
}
