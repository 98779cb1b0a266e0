import { type TaxedAmount, type VatSum, vatOfSale } from '~/vat/split-vat'

type Taxed = { lines: readonly TaxedAmount[]; deliveryCents: number; deliveryVatBasisPoints: number }

/** The tax of an order per rate, highest first. */
export function vatOfOrder({ lines, deliveryCents, deliveryVatBasisPoints }: Taxed): VatSum[] {
  return vatOfSale([...lines, { totalCents: deliveryCents, vatBasisPoints: deliveryVatBasisPoints }])
}
