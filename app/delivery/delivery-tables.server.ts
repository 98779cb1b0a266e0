import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgEnum, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

type Translated = { fr: string; en: string }

export const deliveryKind = pgEnum('delivery_kind', ['home', 'pickup', 'express'])

export const deliveryZones = pgTable('delivery_zones', {
  code: text('code').primaryKey(),
  name: jsonb('name').$type<Translated>().notNull(),
  position: integer('position').notNull().default(0),
})

/**
 * A country (ISO 3166-1 alpha-2), or a territory of `places/territories`, belongs to one zone at most. What is not listed is
 * not served, unless it travels like a country that is.
 */
export const deliveryCountries = pgTable('delivery_countries', {
  country: text('country').primaryKey(),
  zoneCode: text('zone_code')
    .notNull()
    .references(() => deliveryZones.code),
})

export const deliveryMethods = pgTable('delivery_methods', {
  code: text('code').primaryKey(),
  kind: deliveryKind('kind').notNull(),
  carrier: text('carrier').notNull(),
  name: jsonb('name').$type<Translated>().notNull(),
  description: jsonb('description').$type<Translated>().notNull(),
  position: integer('position').notNull().default(0),
  isActive: boolean('is_active').notNull().default(true),
})

/** Working days, and the basket value from which delivery is free, per zone and method. */
export const deliveryOffers = pgTable(
  'delivery_offers',
  {
    zoneCode: text('zone_code')
      .notNull()
      .references(() => deliveryZones.code),
    methodCode: text('method_code')
      .notNull()
      .references(() => deliveryMethods.code),
    minDays: integer('min_days').notNull(),
    maxDays: integer('max_days').notNull(),
    freeFromCents: integer('free_from_cents'),
  },
  (t) => [
    primaryKey({ columns: [t.zoneCode, t.methodCode] }),
    check('delivery_days_run_forward', sql`${t.minDays} >= 0 and ${t.maxDays} >= ${t.minDays}`),
  ],
)

/** Price of a parcel up to a weight; heavier than the last bracket is not served by that method. */
export const deliveryRates = pgTable(
  'delivery_rates',
  {
    zoneCode: text('zone_code').notNull(),
    methodCode: text('method_code').notNull(),
    upToGrams: integer('up_to_grams').notNull(),
    priceCents: integer('price_cents').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.zoneCode, t.methodCode, t.upToGrams] }),
    check('delivery_rates_are_prices', sql`${t.upToGrams} > 0 and ${t.priceCents} >= 0`),
  ],
)

export const pickupPoints = pgTable('pickup_points', {
  code: text('code').primaryKey(),
  methodCode: text('method_code')
    .notNull()
    .references(() => deliveryMethods.code),
  name: text('name').notNull(),
  street: text('street').notNull(),
  postcode: text('postcode').notNull(),
  city: text('city').notNull(),
  country: text('country').notNull(),
})
