import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import { HOME_COUNTRY } from '~/places/home'
import { type Destination, isCountry, type Place, placeOf } from '~/places/place-of'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { type DeliveryEstimate, estimateOf } from './delivery-estimate'
import { type DeliveryOffer, reachesFreeDelivery } from './delivery-offer'
import { deliveryCountries, deliveryMethods, deliveryOffers, pickupPoints } from './delivery-tables.server'
import { namesInZones, SERVED_LIKE_OTHERS } from './territories/territory-delivery'

/** A parcel as far as its price goes. `itemsCents` is what the customer pays for the goods, discount taken off. */
export type Parcel = { place: Place; weightGrams: number; itemsCents: number }

/** How this parcel can travel, cheapest first. Empty when the place is not served or the parcel is too heavy. */
export async function listDeliveryOffers(
  db: Database,
  { language, ...parcel }: Parcel & { language: Language },
): Promise<DeliveryOffer[]> {
  return offersFor(parcel, await readMethods(db, parcel.place, language))
}

/** The offer of one method for this parcel, or null where that method does not go. */
export async function findDeliveryOffer(
  db: Database,
  { method, ...parcel }: Parcel & { method: string; language: Language },
): Promise<DeliveryOffer | null> {
  return (await listDeliveryOffers(db, parcel)).find((offer) => offer.method === method) ?? null
}

type Method = Awaited<ReturnType<typeof readMethods>>[number]

/** The methods that go to a place, with their prices by weight, the lightest bracket first. */
function readMethods(db: Database, place: Place, language: Language) {
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
    .where(isZoneOf(place))
    .orderBy(asc(deliveryMethods.position), asc(deliveryMethods.code))
}

function offersFor(
  { weightGrams, itemsCents }: Omit<Parcel, 'place'>,
  methods: readonly Method[],
): DeliveryOffer[] {
  return methods
    .flatMap(({ brackets, ...method }) => {
      const bracket = brackets.find(({ upToGrams }) => upToGrams >= weightGrams)
      if (!bracket) return []
      const fullPriceCents = bracket.priceCents
      const priceCents = reachesFreeDelivery(method, itemsCents) ? 0 : fullPriceCents
      return [{ ...method, fullPriceCents, priceCents, needsPickupPoint: method.kind === 'pickup' }]
    })
    .sort((a, b) => a.priceCents - b.priceCents)
}

/**
 * What delivery costs at least, and when the parcel arrives, before the address is known: at home, unless another place is
 * asked for. Null: not served. The methods are five minutes old at most.
 */
export async function estimateDelivery(
  { db, cache }: { db: Database; cache: Cache },
  {
    place = HOME_COUNTRY,
    language,
    now = new Date(),
    ...parcel
  }: Omit<Parcel, 'place'> & { place?: Place; language: Language; now?: Date },
): Promise<DeliveryEstimate | null> {
  const methods = await cache.remember({
    key: `delivery:methods:${place}:${language}`,
    seconds: 300,
    read: () => readMethods(db, place, language),
  })
  const [cheapest] = offersFor(parcel, methods)
  return cheapest ? estimateOf(cheapest, now) : null
}

export async function isServed(db: Database, place: Place): Promise<boolean> {
  return serves(await readZones(db), place)
}

/** The codes of all countries that some active method goes to. */
export async function listServedCountries(db: Database): Promise<string[]> {
  const zones = await readZones(db)
  const places = new Set([...zones.keys(), ...SERVED_LIKE_OTHERS])
  return [...places].filter((place) => isCountry(place) && serves(zones, place)).toSorted()
}

type Zones = ReadonlyMap<Place, { isServed: boolean }>

function serves(zones: Zones, place: Place): boolean {
  const [own, like] = namesInZones(place)
  return (zones.get(own) ?? zones.get(like))?.isServed ?? false
}

/** Every place that some zone names, and whether an active method goes there. */
async function readZones(db: Database): Promise<Zones> {
  const rows = await db
    .select({
      place: deliveryCountries.country,
      isServed: sql<boolean>`coalesce(bool_or(${deliveryMethods.isActive}), false)`,
    })
    .from(deliveryCountries)
    .leftJoin(deliveryOffers, eq(deliveryOffers.zoneCode, deliveryCountries.zoneCode))
    .leftJoin(deliveryMethods, eq(deliveryMethods.code, deliveryOffers.methodCode))
    .groupBy(deliveryCountries.country)
  return new Map(rows.map((row) => [row.place, row]))
}

/** In the zone that names the place itself, else in that of the country it travels like. */
function isZoneOf(place: Place): SQL {
  const [own, like] = namesInZones(place)
  return sql`${deliveryCountries.country} = (
    select known.country from delivery_countries as known where known.country in (${own}, ${like})
    order by (known.country = ${own}) desc limit 1)`
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

const MOST_POINTS = 20

/**
 * The points of a method in the same place as the address, whose rates and prices are paid; those whose postcode resembles
 * its come first.
 */
export async function listPickupPoints(
  db: Database,
  { method, near }: { method: string; near: Destination },
): Promise<PickupPoint[]> {
  const { country, postcode = '' } = near
  const begins = (length: number) =>
    sql`(left(${pickupPoints.postcode}, ${length}) = left(${postcode}, ${length})) desc`
  const points = await db
    .select(pickupColumns)
    .from(pickupPoints)
    .where(and(eq(pickupPoints.methodCode, method), eq(pickupPoints.country, country)))
    .orderBy(begins(5), begins(3), begins(2), asc(pickupPoints.postcode), asc(pickupPoints.code))
    .limit(5 * MOST_POINTS)
  return points.filter((point) => placeOf(point) === placeOf(near)).slice(0, MOST_POINTS)
}

/** A point that this method serves in the place of this address, or null. */
export async function findPickupPoint(
  db: Database,
  { code, method, near }: { code: string; method: string; near: Destination },
): Promise<PickupPoint | null> {
  const [point] = await db
    .select(pickupColumns)
    .from(pickupPoints)
    .where(
      and(
        eq(pickupPoints.code, code),
        eq(pickupPoints.methodCode, method),
        eq(pickupPoints.country, near.country),
      ),
    )
  return point && placeOf(point) === placeOf(near) ? point : null
}
