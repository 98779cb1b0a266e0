import { and, eq, sql } from 'drizzle-orm'
import type { OpenCart } from '~/cart/cart-queries.server'
import { findPickupPoint } from '~/delivery/delivery-queries.server'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { type Checkout, priceCheckout } from './checkout-queries.server'
import { checkouts, isSentTo } from './checkout-tables.server'

export type DeliveryChoice = {
  cart: OpenCart
  checkout: Checkout
  method: string
  pickupPoint: string | null
  language: Language
  level: number | null
}

export type ChooseDeliveryOutcome =
  | { ok: true }
  | { ok: false; reason: 'no-address' | 'not-offered' | 'no-pickup-point' | 'wrong-pickup-point' }

/**
 * Only what is offered for this parcel to this address can be chosen, whatever the form says. If another tab has said
 * another one since, nothing is chosen, and the shopper is asked again.
 */
export async function chooseDelivery(
  db: Database,
  { cart, checkout, method, pickupPoint, language, level }: DeliveryChoice,
): Promise<ChooseDeliveryOutcome> {
  if (!checkout.shippingAddress) return { ok: false, reason: 'no-address' }
  const near = checkout.shippingAddress
  const wished = { ...checkout, deliveryMethod: method }
  const { delivery } = await priceCheckout(db, { cart, checkout: wished, language, level })
  if (!delivery) return { ok: false, reason: 'not-offered' }

  const code = delivery.needsPickupPoint ? pickupPoint : null
  if (delivery.needsPickupPoint && !code) return { ok: false, reason: 'no-pickup-point' }
  if (code && !(await findPickupPoint(db, { code, method, near })))
    return { ok: false, reason: 'wrong-pickup-point' }

  await db
    .update(checkouts)
    .set({ deliveryMethod: method, pickupPoint: code, changedAt: sql`now()` })
    .where(and(eq(checkouts.cartId, cart.id), isSentTo(near)))
  return { ok: true }
}
