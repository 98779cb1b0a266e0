import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, pgTable, primaryKey, timestamp } from 'drizzle-orm/pg-core'
import { variants } from '~/catalog/product-tables.server'

/** Prices in cents, VAT included. */
export const variantPrices = pgTable(
  'variant_prices',
  {
    variantId: integer('variant_id')
      .primaryKey()
      .references(() => variants.id, { onDelete: 'cascade' }),
    baseCents: integer('base_cents').notNull(),
    saleCents: integer('sale_cents'),
    saleFrom: timestamp('sale_from', { withTimezone: true }),
    saleUntil: timestamp('sale_until', { withTimezone: true }),
  },
  (t) => [
    check('prices_are_positive', sql`${t.baseCents} > 0 and ${t.saleCents} > 0`),
    check('sales_reduce', sql`${t.saleCents} < ${t.baseCents}`),
    check(
      'sales_have_a_period',
      sql`(${t.saleCents} is null) = (${t.saleFrom} is null) and ${t.saleUntil} > ${t.saleFrom}`,
    ),
  ],
)

/** What one costs when at least so many are bought. */
export const priceTiers = pgTable(
  'price_tiers',
  {
    variantId: integer('variant_id')
      .notNull()
      .references(() => variantPrices.variantId, { onDelete: 'cascade' }),
    fromQuantity: integer('from_quantity').notNull(),
    unitCents: integer('unit_cents').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.fromQuantity] }),
    check('tiers_begin_at_two', sql`${t.fromQuantity} >= 2`),
    check('tier_prices_are_positive', sql`${t.unitCents} > 0`),
  ],
)

/** What one costs a VIP customer of this level or of a VIP level above it. */
export const levelPrices = pgTable(
  'level_prices',
  {
    variantId: integer('variant_id')
      .notNull()
      .references(() => variantPrices.variantId, { onDelete: 'cascade' }),
    level: integer('level').notNull(),
    unitCents: integer('unit_cents').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.level] }),
    check('level_prices_are_for_vips', sql`${t.level} between 4 and 6`),
    check('level_prices_are_positive', sql`${t.unitCents} > 0`),
  ],
)

/**
 * What a row of `variant_prices` said from a moment on, until the variant's next entry. Triggers write it; without a base
 * the variant was not for sale. It is evidence: it outlives the variant, and nothing in it is ever changed.
 */
export const priceHistory = pgTable(
  'price_history',
  {
    variantId: integer('variant_id').notNull(),
    appliesFrom: timestamp('applies_from', { withTimezone: true }).notNull(),
    /** Tells entries of one moment apart: the last one holds. */
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    baseCents: integer('base_cents'),
    saleCents: integer('sale_cents'),
    saleFrom: timestamp('sale_from', { withTimezone: true }),
    saleUntil: timestamp('sale_until', { withTimezone: true }),
    /** Said by the shopkeeper of the time before the shop knew the variant. */
    isLoaded: boolean('is_loaded').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.variantId, t.appliesFrom, t.id] })],
)
