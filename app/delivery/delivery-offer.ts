/** How a parcel can travel, and what that costs. */
export type DeliveryOffer = {
  method: string
  kind: 'home' | 'pickup' | 'express'
  carrier: string
  name: string
  description: string
  priceCents: number
  /** What it costs below the threshold of free delivery. */
  fullPriceCents: number
  freeFromCents: number | null
  minDays: number
  maxDays: number
  needsPickupPoint: boolean
}

type Free = Pick<DeliveryOffer, 'freeFromCents'>
type PricedDelivery = Pick<DeliveryOffer, 'priceCents' | 'freeFromCents'>

/** `itemsCents` is what the customer pays for the goods, discount taken off. */
export function reachesFreeDelivery({ freeFromCents }: Free, itemsCents: number): boolean {
  return freeFromCents !== null && itemsCents >= freeFromCents
}

/** From what value of goods on delivery costs nothing; null where it is free already, or never is. */
export function freeDeliveryFrom({ priceCents, freeFromCents }: PricedDelivery): number | null {
  return priceCents > 0 ? freeFromCents : null
}

/** What is missing for it to be free; null where nothing is, or nothing helps. */
export function missingForFreeDelivery(delivery: PricedDelivery, itemsCents: number): number | null {
  const from = freeDeliveryFrom(delivery)
  return from !== null && from > itemsCents ? from - itemsCents : null
}
