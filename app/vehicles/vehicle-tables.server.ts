import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { BODIES, FUELS } from './vehicle-words'

export const makes = pgTable(
  'makes',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull().unique(),
  },
  (t) => [check('make_slugs_are_plain', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)],
)

/** Months are written 200509: from the first month of making until the last, without one while it is still made. */
export const models = pgTable(
  'models',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    makeId: integer('make_id')
      .notNull()
      .references(() => makes.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    fromMonth: integer('from_month').notNull(),
    untilMonth: integer('until_month'),
  },
  (t) => [
    unique('models_slug_in_make').on(t.makeId, t.slug),
    check('model_slugs_are_plain', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check(
      'model_months',
      sql`${t.fromMonth} % 100 between 1 and 12 and ${t.fromMonth} between 188001 and 210012
        and ${t.untilMonth} % 100 between 1 and 12 and ${t.untilMonth} >= ${t.fromMonth}`,
    ),
  ],
)

/** A model with one engine and body: what parts are fitted to. */
export const vehicleTypes = pgTable(
  'vehicle_types',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    modelId: integer('model_id')
      .notNull()
      .references(() => models.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    engineCode: text('engine_code'),
    powerKw: integer('power_kw'),
    fuel: text('fuel', { enum: FUELS }).notNull(),
    body: text('body', { enum: BODIES }).notNull(),
    displacementCc: integer('displacement_cc'),
    fromMonth: integer('from_month').notNull(),
    untilMonth: integer('until_month'),
  },
  (t) => [
    unique('vehicle_types_slug_in_model').on(t.modelId, t.slug),
    check('vehicle_type_slugs_are_plain', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('vehicle_type_engines', sql`${t.powerKw} > 0 and ${t.displacementCc} > 0`),
    check(
      'vehicle_type_months',
      sql`${t.fromMonth} % 100 between 1 and 12 and ${t.fromMonth} between 188001 and 210012
        and ${t.untilMonth} % 100 between 1 and 12 and ${t.untilMonth} >= ${t.fromMonth}`,
    ),
  ],
)
