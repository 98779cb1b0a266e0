import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { LANGUAGES } from '~/i18n/language'
import { files } from '~/media/file-tables.server'
import { VAT_CLASSES } from '~/vat/vat-class'
import { brands, ranges } from './family-tables.server'
import { PRODUCT_STATUSES } from './product-status'

export const productStatus = pgEnum('product_status', PRODUCT_STATUSES)
export const vatClass = pgEnum('vat_class', VAT_CLASSES)

export type AttributeValues = Record<string, string | number>

export const products = pgTable(
  'products',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    rangeId: integer('range_id')
      .notNull()
      .references(() => ranges.id),
    brandId: integer('brand_id')
      .notNull()
      .references(() => brands.id),
    slug: text('slug').notNull().unique(),
    status: productStatus('status').notNull().default('draft'),
    vatClass: vatClass('vat_class').notNull().default('standard'),
    attributes: jsonb('attributes').$type<AttributeValues>().notNull().default({}),
    tags: text('tags').array().notNull().default([]),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('products_by_range').on(t.rangeId, t.status, t.id),
    index('products_newest').on(t.createdAt, t.id).where(sql`${t.status} = 'available'`),
    index('products_by_brand').on(t.brandId, t.status),
    unique('products_in_their_range').on(t.rangeId, t.id),
    check('product_slugs_are_plain', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

export const productTexts = pgTable(
  'product_texts',
  {
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    language: text('language', { enum: LANGUAGES }).notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.productId, t.language] })],
)

/** What is put in a cart. Every product has at least one; `options` tells variants of one product apart. */
export const variants = pgTable(
  'variants',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    sku: text('sku').notNull().unique(),
    position: integer('position').notNull().default(0),
    options: jsonb('options').$type<AttributeValues>().notNull().default({}),
    weightGrams: integer('weight_grams').notNull(),
  },
  (t) => [
    index('variants_by_product').on(t.productId, t.position),
    uniqueIndex('variants_sku_in_any_case').on(sql`lower(${t.sku})`),
    // Spreadsheets take leading zeros away: 123456 may be 00123456.
    index('variants_by_number').on(sql`ltrim(${t.sku}, '0')`).where(sql`${t.sku} ~ '^[0-9]+$'`),
    check('variants_weigh_something', sql`${t.weightGrams} between 0 and 1000000`),
  ],
)

export const productReferences = pgTable(
  'product_references',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['manufacturer', 'oem'] }).notNull(),
    /** Who gave the number: the part's brand or a car maker. */
    maker: text('maker').notNull(),
    value: text('value').notNull(),
    /** Letters and digits only, in capitals: what a search for any spacing compares with. */
    normalized: text('normalized')
      .notNull()
      .generatedAlwaysAs(sql`upper(regexp_replace(value, '[^0-9A-Za-z]', '', 'g'))`),
  },
  (t) => [
    unique('product_references_once').on(t.productId, t.kind, t.maker, t.value),
    index('product_references_by_number').on(t.normalized),
  ],
)

export const productImages = pgTable(
  'product_images',
  {
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
  },
  (t) => [primaryKey({ columns: [t.productId, t.position] })],
)

/** Slugs that a product, range or family once had. They answer 301 and are never given to another. */
export const slugHistory = pgTable(
  'slug_history',
  {
    kind: text('kind', { enum: ['product', 'range', 'family', 'brand'] }).notNull(),
    slug: text('slug').notNull(),
    targetId: integer('target_id').notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.slug] })],
)
