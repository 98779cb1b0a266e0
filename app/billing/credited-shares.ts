import { spreadCents } from '~/money/money'
import { splitVat } from '~/vat/split-vat'
import type { VatShare } from './invoice-tables.server'

/** The part of an invoice that a refund gives back, spread over its rates in proportion to what each was charged. */
export function creditedShares(invoiced: readonly VatShare[], creditedCents: number): VatShare[] {
  const grossOf = (share: VatShare) => share.netCents + share.vatCents
  const isWhole = creditedCents === invoiced.reduce((sum, share) => sum + grossOf(share), 0)
  if (isWhole) return [...invoiced]

  const parts = spreadCents(creditedCents, invoiced.map(grossOf))
  return invoiced.flatMap(({ basisPoints }, index) => {
    const cents = parts[index] ?? 0
    return cents > 0 ? [{ basisPoints, ...splitVat(cents, basisPoints) }] : []
  })
}
