import { splitVat, summariseVat, type TaxedLine, type VatSum } from '~/vat/split-vat'

type Taxed = { lines: readonly TaxedLine[]; deliveryCents: number; deliveryVatBasisPoints: number }

/** The tax of an order per rate, highest first. What costs nothing is left out. */
export function vatOfOrder({ lines, deliveryCents, deliveryVatBasisPoints }: Taxed): VatSum[] {
  const delivery = {
    totalCents: deliveryCents,
    vatBasisPoints: deliveryVatBasisPoints,
    vatCents: splitVat(deliveryCents, deliveryVatBasisPoints).vatCents,
  }
  return summariseVat([...lines, delivery]).filter((share) => share.totalCents > 0)
}
