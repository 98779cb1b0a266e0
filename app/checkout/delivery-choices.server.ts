import type { PricedCart } from '~/cart/price-cart.server'
import { type DeliveryDays, deliveryDays } from '~/delivery/delivery-estimate'
import { listDeliveryOffers, listPickupPoints } from '~/delivery/delivery-queries.server'
import type { Language } from '~/i18n/language'
import type { PostalAddress } from '~/orders/postal-address'
import { placeOf } from '~/places/place-of'
import type { Database } from '~/platform/db.server'
import { freesDelivery } from '~/promotions/promo-code'
import { parcelOf } from './checkout-queries.server'

export type DeliveryOption = DeliveryDays & {
  method: string
  name: string
  description: string
  priceCents: number
  /** Null when the parcel comes to the door. */
  points: { code: string; label: string }[] | null
}

/** What may be chosen for this parcel and address, cheapest first, at the price that will be paid. */
export async function listDeliveryOptions(
  db: Database,
  {
    priced,
    address,
    language,
    now = new Date(),
  }: { priced: PricedCart; address: PostalAddress; language: Language; now?: Date },
): Promise<DeliveryOption[]> {
  const offers = await listDeliveryOffers(db, { ...parcelOf(priced), place: placeOf(address), language })
  const isFree = priced.promo !== null && freesDelivery(priced.promo)
  return Promise.all(
    offers.map(async (offer) => ({
      method: offer.method,
      name: offer.name,
      description: offer.description,
      priceCents: isFree ? 0 : offer.priceCents,
      ...deliveryDays(offer, now),
      points: offer.needsPickupPoint ? await listPoints(db, { method: offer.method, near: address }) : null,
    })),
  )
}

async function listPoints(db: Database, where: { method: string; near: PostalAddress }) {
  const points = await listPickupPoints(db, where)
  return points.map(({ code, name, street, postcode, city }) => ({
    code,
    label: `${name}, ${street}, ${postcode} ${city}`,
  }))
}
