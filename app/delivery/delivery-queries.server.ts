import { and, asc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import {
  deliveryCountries,
  deliveryMethods,
  deliveryOffers,
  deliveryRates,
  pickupPoints,
} from './delivery-tables.server'
import { addWorkingDays } from './working-days'

/** A parcel as far as its price goes. `itemsCents` is what the customer pays for the goods, discount taken off. */
export type Parcel = { country: string; weightGrams: number; itemsCents: number }

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

/** How this parcel can travel, cheapest first. Empty when the country is not served or the parcel is too heavy. */
export function listDeliveryOffers(
  db: Database,
  { language, ...parcel }: Parcel & { language: Language },
): Promise<DeliveryOffer[]> {
  return selectOffers(db, parcel, language)
}

/** The offer of one method for this parcel, or null where that method does not go. */
export async function findDeliveryOffer(
  db: Database,
  { method, language, ...parcel }: Parcel & { method: string; language: Language },
): Promise<DeliveryOffer | null> {
  const [offer] = await selectOffers(db, parcel, language, eq(deliveryMethods.code, method))
  return offer ?? null
}

async function selectOffers(
  db: Database,
  { country, weightGrams, itemsCents }: Parcel,
  language: Language,
  which?: SQL,
): Promise<DeliveryOffer[]> {
  const rows = await db
    .selectDistinctOn([deliveryMethods.code], {
      method: deliveryMethods.code,
      kind: deliveryMethods.kind,
      carrier: deliveryMethods.carrier,
      name: sql<string>`${deliveryMethods.name} ->> ${language}`,
      description: sql<string>`${deliveryMethods.description} ->> ${language}`,
      fullPriceCents: deliveryRates.priceCents,
      freeFromCents: deliveryOffers.freeFromCents,
      minDays: deliveryOffers.minDays,
      maxDays: deliveryOffers.maxDays,
      position: deliveryMethods.position,
    })
    .from(deliveryCountries)
    .innerJoin(deliveryOffers, eq(deliveryOffers.zoneCode, deliveryCountries.zoneCode))
    .innerJoin(
      deliveryMethods,
      and(eq(deliveryMethods.code, deliveryOffers.methodCode), eq(deliveryMethods.isActive, true)),
    )
    .innerJoin(
      deliveryRates,
      and(
        eq(deliveryRates.zoneCode, deliveryOffers.zoneCode),
        eq(deliveryRates.methodCode, deliveryOffers.methodCode),
        gte(deliveryRates.upToGrams, weightGrams),
      ),
    )
    .where(and(eq(deliveryCountries.country, country), which))
    // The lightest bracket that holds the parcel.
    .orderBy(deliveryMethods.code, asc(deliveryRates.upToGrams))

  return rows
    .map(({ position, ...row }) => {
      const isFree = row.freeFromCents !== null && itemsCents >= row.freeFromCents
      const priceCents = isFree ? 0 : row.fullPriceCents
      return { position, offer: { ...row, priceCents, needsPickupPoint: row.kind === 'pickup' } }
    })
    .sort((a, b) => a.offer.priceCents - b.offer.priceCents || a.position - b.position)
    .map(({ offer }) => offer)
}

export type DeliveryEstimate = {
  priceCents: number
  freeFromCents: number | null
  name: string
  earliest: Date
  latest: Date
}

/** What delivery costs at least, and when the parcel arrives, before the address is known. Null: not served. */
export async function estimateDelivery(
  db: Database,
  { now = new Date(), ...parcel }: Parcel & { language: Language; now?: Date },
): Promise<DeliveryEstimate | null> {
  const [cheapest] = await listDeliveryOffers(db, parcel)
  if (!cheapest) return null
  const { priceCents, freeFromCents, name, minDays, maxDays } = cheapest
  return {
    priceCents,
    freeFromCents,
    name,
    earliest: addWorkingDays(now, minDays),
    latest: addWorkingDays(now, maxDays),
  }
}

export async function isServed(db: Database, country: string): Promise<boolean> {
  return (await listServedCountries(db, [country])).length > 0
}

/** The codes of all countries that some active method goes to. */
export async function listServedCountries(db: Database, among?: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ country: deliveryCountries.country })
    .from(deliveryCountries)
    .innerJoin(deliveryOffers, eq(deliveryOffers.zoneCode, deliveryCountries.zoneCode))
    .innerJoin(
      deliveryMethods,
      and(eq(deliveryMethods.code, deliveryOffers.methodCode), eq(deliveryMethods.isActive, true)),
    )
    .where(among ? inArray(deliveryCountries.country, [...among]) : undefined)
    .orderBy(deliveryCountries.country)
  return rows.map((row) => row.country)
}

export type PickupPoint = Omit<typeof pickupPoints.$inferSelect, 'methodCode'>

const pickupColumns = {
  code: pickupPoints.code,
  name: pickupPoints.name,
  street: pickupPoints.street,
  postcode: pickupPoints.postcode,
  city: pickupPoints.city,
  country: pickupPoints.country,
}

/** The points of a method in a country; those whose postcode resembles the given one come first. */
export function listPickupPoints(
  db: Database,
  { method, country, postcode = '' }: { method: string; country: string; postcode?: string },
): Promise<PickupPoint[]> {
  const begins = (length: number) =>
    sql`(left(${pickupPoints.postcode}, ${length}) = left(${postcode}, ${length})) desc`
  return db
    .select(pickupColumns)
    .from(pickupPoints)
    .where(and(eq(pickupPoints.methodCode, method), eq(pickupPoints.country, country)))
    .orderBy(begins(5), begins(3), begins(2), asc(pickupPoints.postcode), asc(pickupPoints.code))
    .limit(20)
}

/** A point that this method serves in this country, or null. */
export async function findPickupPoint(
  db: Database,
  { code, method, country }: { code: string; method: string; country: string },
): Promise<PickupPoint | null> {
  const [point] = await db
    .select(pickupColumns)
    .from(pickupPoints)
    .where(
      and(
        eq(pickupPoints.code, code),
        eq(pickupPoints.methodCode, method),
        eq(pickupPoints.country, country),
      ),
    )
  return point ?? null
}
