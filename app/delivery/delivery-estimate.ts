import { dayOf, endOfDay } from '~/i18n/days'
import { addWorkingDays } from './calendar/working-days'
import type { DeliveryOffer } from './delivery-offer'

export type DeliveryDays = { earliest: Date; latest: Date }

/** What a page says of a delivery before it is chosen. */
export type DeliveryEstimate = Pick<DeliveryOffer, 'name' | 'priceCents' | 'freeFromCents'> & DeliveryDays

/** The first and the last day on which a parcel of this offer arrives, if it is ordered now. */
export function deliveryDays(
  { minDays, maxDays }: Pick<DeliveryOffer, 'minDays' | 'maxDays'>,
  now = new Date(),
): DeliveryDays {
  return { earliest: addWorkingDays(now, minDays), latest: addWorkingDays(now, maxDays) }
}

export function estimateOf(offer: DeliveryOffer, now = new Date()): DeliveryEstimate {
  const { name, priceCents, freeFromCents } = offer
  return { name, priceCents, freeFromCents, ...deliveryDays(offer, now) }
}

/** Until when an estimate holds: the next day in the shop counts from itself. */
export function estimatesHoldUntil(now = new Date()): Date {
  if (now < today.from || today.until <= now) today = { from: now, until: endOfDay(dayOf(now)) }
  return today.until
}

/** Kept, since every page of a product asks for it. */
let today = { from: new Date(0), until: new Date(0) }
