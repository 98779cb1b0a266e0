import { sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { isAmong, numberArray } from '~/platform/is-among.server'
import { PRICE_STEPS } from '../listing/bands'
import type { DocumentAttributes } from '../search-tables.server'

const LONGEST_DESCRIPTION = 1_000

/** A document as Meilisearch keeps it. */
export type IndexedDocument = {
  id: number
  name: string
  nameKey: string
  brandName: string
  brandSlug: string
  familyName: string
  rangeName: string
  rangeSlug: string
  description: string
  references: string[]
  keywords: string
  attributes: DocumentAttributes
  priceCents: number
  /** Its number among the bands of the price facet. */
  priceBand: number
  isAvailable: number
  createdAt: number
}

export type Wanted =
  | { ids: readonly number[] }
  | { after: number; limit: number }
  | { changedSince: Moment; after: number; limit: number }

/** A moment of the database: the oldest transaction that was not over yet. */
export type Moment = string

export async function findMoment(db: Database): Promise<Moment> {
  const [row] = await db.execute<{ moment: Moment }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as moment`,
  )
  if (!row) throw new Error('The database told no moment')
  return row.moment
}

/** Documents by product number, for the index of a language. */
export async function listDocuments(
  db: Database,
  language: Language,
  wanted: Wanted,
): Promise<IndexedDocument[]> {
  return db.execute<IndexedDocument>(documents(language, wanted))
}

/** The same as lines of JSON, for very many: they pass through us without being read. */
export async function readDocumentLines(
  db: Database,
  language: Language,
  wanted: Wanted,
): Promise<{ lines: string; count: number; last: number }> {
  const [row] = await db.execute<{ lines: string | null; count: number; last: number | null }>(sql`
    select string_agg(row_to_json(d)::text, E'\n') as lines, count(*)::int as count, max(d.id) as last
    from (${documents(language, wanted)}) d`)
  return { lines: row?.lines ?? '', count: row?.count ?? 0, last: row?.last ?? 0 }
}

function documents(language: Language, wanted: Wanted) {
  return sql`
    select product_id as id, name, name_key as "nameKey", brand_name as "brandName", brand_slug as "brandSlug",
      family_name as "familyName", range_name as "rangeName", range_slug as "rangeSlug",
      left(description, ${LONGEST_DESCRIPTION}::int) as description, "references", keywords, attributes,
      price_cents as "priceCents", width_bucket(price_cents, ${numberArray(PRICE_STEPS)}) as "priceBand",
      (available > 0)::int as "isAvailable", extract(epoch from created_at)::float8 as "createdAt"
    from product_documents
    where language = ${language} and ${conditionOf(wanted)}`
}

function conditionOf(wanted: Wanted) {
  if ('ids' in wanted) return sql`${isAmong(sql`product_id`, wanted.ids)} order by product_id`
  // Transactions tell what came later better than clocks: one may have begun long before it can be seen.
  const since =
    'changedSince' in wanted
      ? sql`and age(xmin) <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint - ${wanted.changedSince}::bigint`
      : sql``
  return sql`product_id > ${wanted.after}::int ${since} order by product_id limit ${wanted.limit}`
}

/** When the rows of these products last changed. */
export async function findLastChange(db: Database, ids: readonly number[]): Promise<string> {
  const [row] = await db.execute<{ state: string }>(sql`
    select count(*) || ' ' || coalesce(max(indexed_at)::text, '') as state
    from product_documents where ${isAmong(sql`product_id`, ids)}`)
  return row?.state ?? ''
}
