import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { products } from '~/catalog/product-tables.server'
import { LANGUAGES } from '~/i18n/language'

/** What a product and its variants can be filtered by: a product with variants has several values of one attribute. */
export type DocumentAttributes = Record<string, (string | number)[]>

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What can be found, one row per product and language: the source of listings and facets, of the search that takes over
 * when Meilisearch is away, and of the documents sent to Meilisearch.
 */
export const productDocuments = pgTable(
  'product_documents',
  {
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    language: text('language', { enum: LANGUAGES }).notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /**
     * What lists are sorted by when they go by name: its letters and figures without accents and capitals, so that plain order
     * of signs, the only one that both engines have, is that of a French or an English dictionary.
     */
    nameKey: text('name_key').notNull().default(''),
    brandId: integer('brand_id').notNull(),
    brandName: text('brand_name').notNull(),
    brandSlug: text('brand_slug').notNull().default(''),
    familyId: integer('family_id').notNull(),
    familyName: text('family_name').notNull().default(''),
    rangeId: integer('range_id').notNull(),
    rangeSlug: text('range_slug').notNull().default(''),
    rangeName: text('range_name').notNull(),
    description: text('description').notNull(),
    /** SKUs, maker and OEM references without spaces and punctuation. */
    references: text('references').array().notNull(),
    /** The words for its attributes: « Avant », « H7 ». */
    keywords: text('keywords').notNull().default(''),
    attributes: jsonb('attributes').$type<DocumentAttributes>().notNull(),
    priceCents: integer('price_cents').notNull(),
    available: integer('available').notNull(),
    imageHash: text('image_hash'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    indexedAt: timestamp('indexed_at', { withTimezone: true }).notNull().defaultNow(),
    words: tsvector('words'),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.language] }),
    // One for each order of a range's list: a page is read off, from wherever it begins.
    index('product_documents_by_range').on(t.language, t.rangeId, t.priceCents, t.productId),
    index('product_documents_by_availability').on(
      t.language,
      t.rangeId,
      sql`(${t.available} <= 0)`,
      t.productId,
    ),
    index('product_documents_by_age').on(t.language, t.rangeId, t.createdAt, t.productId),
    index('product_documents_by_name').on(t.language, t.rangeId, sql`${t.nameKey} collate "C"`, t.productId),
    index('product_documents_words').using('gin', t.words),
    index('product_documents_references').using('gin', t.references),
  ],
)

/** Every word of the documents, without accents: what a misspelt word is compared with. */
export const searchWords = pgTable(
  'search_words',
  {
    language: text('language', { enum: LANGUAGES }).notNull(),
    word: text('word').notNull(),
    /** What it sounds like in French; null until it was listened to, empty for what is no word. */
    sound: text('sound'),
  },
  (t) => [
    primaryKey({ columns: [t.language, t.word] }),
    index('search_words_trigrams').using('gin', sql`${t.word} gin_trgm_ops`),
    index('search_words_by_beginning').on(t.language, sql`${t.word} text_pattern_ops`),
    index('search_words_by_sound').on(t.language, t.sound),
    index('search_words_unheard').on(t.word).where(sql`${t.sound} is null`),
  ],
)

/** Words that mean the same to shoppers; staff add to them. */
export const searchSynonyms = pgTable('search_synonyms', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  language: text('language', { enum: LANGUAGES }).notNull(),
  words: text('words').array().notNull(),
})

export const searchLog = pgTable('search_log', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  language: text('language', { enum: LANGUAGES }).notNull(),
  query: text('query').notNull(),
  hits: integer('hits').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
})
