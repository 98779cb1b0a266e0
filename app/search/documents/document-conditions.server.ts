import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import { isAmongTexts, numberArray, textArray } from '~/platform/is-among.server'
import { isUniversal } from '~/vehicles/fit-queries.server'
import type { Band } from '../listing/bands'
import type { AttributeFilter, ListingFilters } from '../listing-filters'

/** How documents (named `d`) are compared with a query: which match, how well, and their names with the match marked. */
export type TextMatch = { condition: SQL; rank: SQL; markedName: SQL }

/** The part of the shop that a listing is about: a range, what of it goes on any vehicle, or all. */
export type Scope =
  | { rangeId: number }
  | { universalOf: number; but: readonly number[] }
  | { everything: true }

/** Which documents a listing is made of, before its filters. The documents are named `d`. */
export function listedDocuments(language: Language, scope: Scope, match?: TextMatch): SQL {
  const conditions = ['everything' in scope ? isWrittenIn(language) : sql`d.language = ${language}`]
  if ('rangeId' in scope) conditions.push(sql`d.range_id = ${scope.rangeId}`)
  if ('universalOf' in scope)
    conditions.push(sql`d.range_id = ${scope.universalOf} and d.product_id <> all(${numberArray(scope.but)})
      and ${isUniversal(sql`d.product_id`)}`)
  if (match) conditions.push(match.condition)
  return all(conditions)
}

/**
 * Of what is sought by words or numbers alone: said so that no index answers it. Half of all documents are of a language,
 * and Postgres would rather intersect them all with the few that match than look at those.
 */
export function isWrittenIn(language: Language): SQL {
  return sql`d.language is not distinct from ${language}`
}

export type FilterCondition = { facet: string; condition: SQL }

/** One condition per facet that is filtered by. */
export function filterConditions(filters: ListingFilters): FilterCondition[] {
  const conditions: FilterCondition[] = []
  if (filters.brands.length > 0)
    conditions.push({ facet: 'brand', condition: isAmongTexts(sql`d.brand_slug`, filters.brands) })
  if (filters.ranges.length > 0)
    conditions.push({ facet: 'range', condition: isAmongTexts(sql`d.range_slug`, filters.ranges) })
  if (filters.prices.length > 0)
    conditions.push({ facet: 'price', condition: any(filters.prices.map(priceCondition)) })
  if (filters.inStock) conditions.push({ facet: 'stock', condition: sql`d.available > 0` })
  for (const [key, filter] of Object.entries(filters.attributes))
    conditions.push({ facet: attributeFacet(key), condition: attributeCondition(key, filter) })
  return conditions
}

export function attributeFacet(key: string): string {
  return `attribute ${key}`
}

function priceCondition({ from, to }: Band): SQL {
  return sql`d.price_cents between ${from ?? 0}::int and ${to ?? 2_147_483_647}::int`
}

function attributeCondition(key: string, filter: AttributeFilter): SQL {
  if (filter.kind === 'choice') return sql`d.attributes -> ${key}::text ?| ${textArray(filter.options)}`
  // The path is ours; the numbers travel beside it.
  return any(
    filter.bands.map(
      ({ from, to }) => sql`jsonb_path_exists(
        d.attributes -> ${key}::text,
        '$[*] ? (@ >= $from && @ <= $to)',
        jsonb_build_object('from', ${from ?? -1e15}::numeric, 'to', ${to ?? 1e15}::numeric),
        silent => true)`,
    ),
  )
}

export function all(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`
}

function any(conditions: readonly SQL[]): SQL {
  return sql`(${sql.join([...conditions], sql` or `)})`
}
