import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { deliveryCountries, deliveryMethods, deliveryOffers, pickupPoints } from './delivery-tables.server'
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
export async function listDeliveryOffers(
  db: Database,
  { language, ...parcel }: Parcel & { language: Language },
): Promise<DeliveryOffer[]> {
  return offersFor(parcel, await readMethods(db, parcel.country, language))
}

/** The offer of one method for this parcel, or null where that method does not go. */
export async function findDeliveryOffer(
  db: Database,
  { method, ...parcel }: Parcel & { method: string; language: Language },
): Promise<DeliveryOffer | null> {
  return (await listDeliveryOffers(db, parcel)).find((offer) => offer.method === method) ?? null
}

type Method = Awaited<ReturnType<typeof readMethods>>[number]

/** The methods that go to a country, with their prices by weight, the lightest bracket first. */
function readMethods(db: Database, country: string, language: Language) {
  return db
    .select({
      method: deliveryMethods.code,
      kind: deliveryMethods.kind,
      carrier: deliveryMethods.carrier,
      name: sql<string>`${deliveryMethods.name} ->> ${language}`,
      description: sql<string>`${deliveryMethods.description} ->> ${language}`,
      freeFromCents: deliveryOffers.freeFromCents,
      minDays: deliveryOffers.minDays,
      maxDays: deliveryOffers.maxDays,
      brackets: sql<{ upToGrams: number; priceCents: number }[]>`(
        select coalesce(json_agg(
          json_build_object('upToGrams', up_to_grams, 'priceCents', price_cents) order by up_to_grams), '[]')
        from delivery_rates where delivery_rates.zone_code = ${deliveryOffers.zoneCode}
          and delivery_rates.method_code = ${deliveryOffers.methodCode})`,
    })
    .from(deliveryCountries)
    .innerJoin(deliveryOffers, eq(deliveryOffers.zoneCode, deliveryCountries.zoneCode))
    .innerJoin(
      deliveryMethods,
      and(eq(deliveryMethods.code, deliveryOffers.methodCode), eq(deliveryMethods.isActive, true)),
    )
    .where(eq(deliveryCountries.country, country))
    .orderBy(asc(deliveryMethods.position), asc(deliveryMethods.code))
}

function offersFor(
  { weightGrams, itemsCents }: Omit<Parcel, 'country'>,
  methods: readonly Method[],
): DeliveryOffer[] {
  return methods
    .flatMap(({ brackets, ...method }) => {
      const bracket = brackets.find(({ upToGrams }) => upToGrams >= weightGrams)
      if (!bracket) return []
      const fullPriceCents = bracket.priceCents
      const isFree = method.freeFromCents !== null && itemsCents >= method.freeFromCents
      const priceCents = isFree ? 0 : fullPriceCents
      return [{ ...method, fullPriceCents, priceCents, needsPickupPoint: method.kind === 'pickup' }]
    })
    .sort((a, b) => a.priceCents - b.priceCents)
}

export type DeliveryEstimate = {
  priceCents: number
  freeFromCents: number | null
  name: string
  earliest: Date
  latest: Date
}

/**
 * What delivery costs at least, and when the parcel arrives, before the address is known. Null: not served. The methods are
 * five minutes old at most.
 */
export async function estimateDelivery(
  { db, cache }: { db: Database; cache: Cache },
  { language, now = new Date(), ...parcel }: Parcel & { language: Language; now?: Date },
): Promise<DeliveryEstimate | null> {
  const { country } = parcel
  const methods = await cache.remember({
    key: `delivery:methods:${country}:${language}`,
    seconds: 300,
    read: () => readMethods(db, country, language),
  })
  const [cheapest] = offersFor(parcel, methods)
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
