import type { PricedCart } from '~/cart/price-cart.server'
import { deliveryDays } from '~/delivery/delivery-estimate'
import { findPickupPoint } from '~/delivery/delivery-queries.server'
import { addressLines } from '~/orders/address-lines.server'
import type { Database } from '~/platform/db.server'
import { agreementOf } from './agreement.server'
import type { CheckoutSession } from './checkout-session.server'

/** All that the review page states, or null when the chosen delivery is no longer to be had. */
export async function reviewOf(
  db: Database,
  { checkout, priced, language }: Pick<CheckoutSession, 'checkout' | 'language'> & { priced: PricedCart },
) {
  const { email, shippingAddress, billingAddress, deliveryMethod, pickupPoint } = checkout
  const { delivery } = priced
  if (!email || !shippingAddress || !delivery || delivery.method !== deliveryMethod) return null

  const point = pickupPoint
    ? await findPickupPoint(db, {
        code: pickupPoint,
        method: delivery.method,
        near: shippingAddress,
      })
    : null
  if (delivery.needsPickupPoint && !point) return null

  return {
    agreedTo: agreementOf(checkout, priced),
    email,
    shipTo: addressLines(shippingAddress, language),
    billTo: addressLines(billingAddress ?? shippingAddress, language),
    pickupAt: point && [point.name, point.street, `${point.postcode} ${point.city}`],
    hasUnsold: priced.unsold.length > 0,
    units: priced.lines.reduce((sum, line) => sum + line.quantity, 0),
    totalCents: priced.totalCents,
    deliveryCents: delivery.priceCents,
    deliveryName: delivery.name,
    latest: deliveryDays(delivery).latest,
  }
}
