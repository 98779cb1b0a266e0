import { eq, sql } from 'drizzle-orm'
import type { OpenCart } from '~/cart/cart-queries.server'
import { findDeliveryOffer, findPickupPoint } from '~/delivery/delivery-queries.server'
import type { Language } from '~/i18n/language'
import { type Database, inTransaction } from '~/platform/db.server'
import { findCheckout, parcelOf, priceCheckout } from './checkout-queries.server'
import { checkouts } from './checkout-tables.server'

export type DeliveryChoice = {
  cart: OpenCart
  method: string
  pickupPoint: string | null
  language: Language
  level: number | null
}

export type ChooseDeliveryOutcome =
  | { ok: true }
  | { ok: false; reason: 'no-address' | 'not-offered' | 'no-pickup-point' | 'wrong-pickup-point' }

/** Only what is offered for this parcel to this country can be chosen, whatever the form says. */
export async function chooseDelivery(
  db: Database,
  { cart, method, pickupPoint, language, level }: DeliveryChoice,
): Promise<ChooseDeliveryOutcome> {
  return inTransaction<ChooseDeliveryOutcome>(db, async (tx) => {
    const checkout = await findCheckout(tx, cart.id)
    if (!checkout.shippingAddress) return { ok: false, reason: 'no-address' }

    const { country } = checkout.shippingAddress
    const priced = await priceCheckout(tx, { cart, checkout, language, level })
    const offer = await findDeliveryOffer(tx, { ...parcelOf(priced), method, country, language })
    if (!offer) return { ok: false, reason: 'not-offered' }

    const code = offer.needsPickupPoint ? pickupPoint : null
    if (offer.needsPickupPoint && !code) return { ok: false, reason: 'no-pickup-point' }
    if (code && !(await findPickupPoint(tx, { code, method, country })))
      return { ok: false, reason: 'wrong-pickup-point' }

    await tx
      .update(checkouts)
      .set({ deliveryMethod: method, pickupPoint: code, changedAt: sql`now()` })
      .where(eq(checkouts.cartId, cart.id))
    return { ok: true }
  })
}
