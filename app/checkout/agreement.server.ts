import { createHash } from 'node:crypto'
import type { PricedCart } from '~/cart/price-cart.server'
import type { Checkout } from './checkout-queries.server'

/**
 * A short name for all that the review page shows. The order is placed only under the name that the shopper saw: if
 * anything has changed since, in another tab or in the shop, they see it first.
 */
export function agreementOf(checkout: Checkout, priced: PricedCart): string {
  const { email, shippingAddress, billingAddress, pickupPoint } = checkout
  const terms = {
    email,
    shippingAddress: sorted(shippingAddress),
    billingAddress: sorted(billingAddress),
    pickupPoint,
    lines: priced.lines.map((line) => [line.variantId, line.quantity, line.unitCents, line.discountCents]),
    unsold: priced.unsold,
    promo: priced.promo?.code,
    delivery: [priced.delivery?.method, priced.delivery?.priceCents],
    totalCents: priced.totalCents,
    vat: priced.vat.map((share) => [share.vatBasisPoints, share.vatCents]),
  }
  return createHash('sha256').update(JSON.stringify(terms)).digest('base64url').slice(0, 27)
}

function sorted(address: object | null) {
  return address && Object.entries(address).sort(([a], [b]) => (a < b ? -1 : 1))
}
