import { sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import {
  deliveryCountries,
  deliveryMethods,
  deliveryOffers,
  deliveryRates,
  deliveryZones,
  pickupPoints,
} from './delivery-tables.server'

type Translated = { fr: string; en: string }

export type DeliveryPlan = {
  zones: { code: string; name: Translated; countries: string[] }[]
  methods: {
    code: string
    kind: 'home' | 'pickup' | 'express'
    carrier: string
    name: Translated
    description: Translated
    offers: {
      zone: string
      minDays: number
      maxDays: number
      freeFromCents?: number | null
      /** Up to so many grams, so many cents; heavier than the last is not carried. */
      rates: [upToGrams: number, priceCents: number][]
    }[]
  }[]
  pickupPoints?: (typeof pickupPoints.$inferInsert)[]
}

/** Replaces zones, methods and prices as a whole. A method that the plan leaves out is no longer offered. */
export async function saveDelivery(db: Database, plan: DeliveryPlan): Promise<{ ok: true }> {
  return inTransaction(db, async (tx) => {
    await saveZones(tx, plan.zones)
    await saveMethods(tx, plan.methods)
    await savePickupPoints(tx, plan.pickupPoints ?? [])
    return { ok: true as const }
  })
}

async function saveZones(tx: Database, zones: DeliveryPlan['zones']): Promise<void> {
  await tx.delete(deliveryRates)
  await tx.delete(deliveryOffers)
  await tx.delete(deliveryCountries)
  await tx.delete(deliveryZones)
  if (zones.length === 0) return
  await tx.insert(deliveryZones).values(zones.map(({ code, name }, position) => ({ code, name, position })))
  const countries = zones.flatMap((zone) =>
    zone.countries.map((country) => ({ country, zoneCode: zone.code })),
  )
  if (countries.length > 0) await tx.insert(deliveryCountries).values(countries)
}

async function saveMethods(tx: Database, methods: DeliveryPlan['methods']): Promise<void> {
  await tx.update(deliveryMethods).set({ isActive: false })
  if (methods.length === 0) return
  await tx
    .insert(deliveryMethods)
    .values(methods.map(({ offers, ...method }, position) => ({ ...method, position, isActive: true })))
    .onConflictDoUpdate({
      target: deliveryMethods.code,
      set: {
        kind: sql`excluded.kind`,
        carrier: sql`excluded.carrier`,
        name: sql`excluded.name`,
        description: sql`excluded.description`,
        position: sql`excluded.position`,
        isActive: true,
      },
    })

  const offers = methods.flatMap((method) =>
    method.offers.map((offer) => ({ ...offer, methodCode: method.code, zoneCode: offer.zone })),
  )
  if (offers.length === 0) return
  await tx.insert(deliveryOffers).values(offers)
  const rates = offers.flatMap(({ zoneCode, methodCode, rates }) =>
    rates.map(([upToGrams, priceCents]) => ({ zoneCode, methodCode, upToGrams, priceCents })),
  )
  if (rates.length > 0) await tx.insert(deliveryRates).values(rates)
}

async function savePickupPoints(
  tx: Database,
  points: NonNullable<DeliveryPlan['pickupPoints']>,
): Promise<void> {
  await tx.delete(pickupPoints)
  if (points.length > 0) await tx.insert(pickupPoints).values(points)
}
