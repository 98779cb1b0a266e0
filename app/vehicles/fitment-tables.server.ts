import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { products } from '~/catalog/product-tables.server'
import { vehicleTypes } from './vehicle-tables.server'
import { AXLES, SIDES } from './vehicle-words'

/** What must be true of a vehicle of the type for the part to fit; what is null does not matter. Shared by fitments. */
export const fitmentConditions = pgTable(
  'fitment_conditions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    axle: text('axle', { enum: AXLES }),
    side: text('side', { enum: SIDES }),
    builtFrom: date('built_from', { mode: 'string' }),
    builtUntil: date('built_until', { mode: 'string' }),
    /** The ends of the chassis numbers between which the part fits, both included. */
    chassisFrom: text('chassis_from'),
    chassisUntil: text('chassis_until'),
    airConditioning: boolean('air_conditioning'),
  },
  ({ id: _, axle, ...t }) => [
    unique('fitment_conditions_once')
      .on(axle, ...Object.values(t))
      .nullsNotDistinct(),
    check(
      'fitment_conditions_ask_something',
      sql`num_nonnulls(${sql.join([axle, ...Object.values(t)], sql`, `)}) > 0`,
    ),
    check('fitment_conditions_in_order', sql`${t.builtUntil} >= ${t.builtFrom}`),
    check(
      'fitment_chassis_numbers_are_plain',
      sql`${t.chassisFrom} ~ '^[0-9A-Z]{1,17}$' and ${t.chassisUntil} ~ '^[0-9A-Z]{1,17}$'`,
    ),
  ],
)

/**
 * Which products fit which types: tens of millions of rows, so no more than four integers each. The range stands in the
 * row (the database keeps it the product's own), so that one index answers "what of this range fits this vehicle". One
 * pair may have several rows with different conditions.
 */
export const fitments = pgTable(
  'fitments',
  {
    typeId: integer('type_id')
      .notNull()
      .references(() => vehicleTypes.id, { onDelete: 'cascade' }),
    rangeId: integer('range_id').notNull(),
    productId: integer('product_id').notNull(),
    conditionId: integer('condition_id').references(() => fitmentConditions.id),
  },
  (t) => [
    unique('fitments_once').on(t.typeId, t.rangeId, t.productId, t.conditionId).nullsNotDistinct(),
    index('fitments_by_product').on(t.productId, t.typeId),
    foreignKey({
      name: 'fitments_follow_their_product',
      columns: [t.rangeId, t.productId],
      foreignColumns: [products.rangeId, products.id],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
)

/** Products that fit any vehicle: oil, bulbs, tools. They stand apart from what was made for one. */
export const universalProducts = pgTable(
  'universal_products',
  {
    rangeId: integer('range_id').notNull(),
    productId: integer('product_id').notNull().primaryKey(),
  },
  (t) => [
    index('universal_products_by_range').on(t.rangeId, t.productId),
    foreignKey({
      name: 'universal_products_follow_their_product',
      columns: [t.rangeId, t.productId],
      foreignColumns: [products.rangeId, products.id],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
)
