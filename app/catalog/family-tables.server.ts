import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { LANGUAGES } from '~/i18n/language'
import { files } from '~/media/file-tables.server'

const language = () => text('language', { enum: LANGUAGES }).notNull()

export const families = pgTable('families', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  slug: text('slug').notNull().unique(),
  position: integer('position').notNull().default(0),
  imageId: uuid('image_id').references(() => files.id),
})

export const familyTexts = pgTable(
  'family_texts',
  {
    familyId: integer('family_id')
      .notNull()
      .references(() => families.id, { onDelete: 'cascade' }),
    language: language(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.familyId, t.language] })],
)

export const ranges = pgTable(
  'ranges',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    familyId: integer('family_id')
      .notNull()
      .references(() => families.id),
    slug: text('slug').notNull().unique(),
    position: integer('position').notNull().default(0),
    imageId: uuid('image_id').references(() => files.id),
  },
  (t) => [index('ranges_by_family').on(t.familyId, t.position)],
)

export const rangeTexts = pgTable(
  'range_texts',
  {
    rangeId: integer('range_id')
      .notNull()
      .references(() => ranges.id, { onDelete: 'cascade' }),
    language: language(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.rangeId, t.language] })],
)

export const brands = pgTable('brands', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull().unique(),
  country: text('country'),
})

/** What a product can be described and filtered by: axle, diameter_mm, language of a card … */
export const attributes = pgTable(
  'attributes',
  {
    key: text('key').primaryKey(),
    kind: text('kind', { enum: ['choice', 'number', 'text'] }).notNull(),
    unit: text('unit'),
    isFacet: boolean('is_facet').notNull().default(true),
    position: integer('position').notNull().default(0),
  },
  (t) => [check('attribute_keys_are_plain', sql`${t.key} ~ '^[a-z][a-z0-9_]*$'`)],
)

export const attributeTexts = pgTable(
  'attribute_texts',
  {
    attributeKey: text('attribute_key')
      .notNull()
      .references(() => attributes.key, { onDelete: 'cascade' }),
    language: language(),
    label: text('label').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attributeKey, t.language] })],
)

/** The words for one choice of an attribute: axle = front is « Avant » and "Front". */
export const attributeOptionTexts = pgTable(
  'attribute_option_texts',
  {
    attributeKey: text('attribute_key')
      .notNull()
      .references(() => attributes.key, { onDelete: 'cascade' }),
    option: text('option').notNull(),
    language: language(),
    label: text('label').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attributeKey, t.option, t.language] })],
)
