import { sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import {
  all,
  filterConditions,
  listedDocuments,
  type Scope,
  type TextMatch,
} from '../documents/document-conditions.server'
import type { FacetName, ListingCounts } from '../engine/product-search'
import type { ListingFilters } from '../listing-filters'
import { countFacets } from './facet-queries.server'
import { beside, orderOf, placeKey } from './listing-order.server'
import type { Place } from './places'
import type { Sort } from './sorts'

/** `key` is the sort's: with the number it names the product's place. */
export type ListedProduct = { productId: number; name: string; key: string }

type Listed = { language: Language; scope: Scope; match?: TextMatch | undefined; filters: ListingFilters }

/** So many products, from a place or after skipping some. */
export type Stretch = { limit: number } & ({ skip: number } | { place: Place })

/** A stretch of a listing in its order. */
export async function listProducts(
  db: Database,
  { language, scope, match, filters, sort, ...stretch }: Listed & { sort: Sort } & Stretch,
): Promise<ListedProduct[]> {
  const conditions = filterConditions(filters).map(({ condition }) => condition)
  const place = 'place' in stretch ? stretch.place : undefined
  const isReversed = place?.way === 'before'
  const skipped = 'skip' in stretch && stretch.skip > 0 ? sql`offset ${stretch.skip}` : sql``
  const rows = await db.execute<ListedProduct>(sql`
    select d.product_id as "productId", ${match?.markedName ?? sql`d.name`} as name, ${placeKey(sort)} as key
    from (
      select d.* from product_documents d
      where ${listedDocuments(language, scope, match)}
        and ${all(place ? [beside(sort, place), ...conditions] : conditions)}
      order by ${orderOf(sort, { match, isReversed })}
      limit ${stretch.limit} ${skipped}
    ) d
    order by ${orderOf(sort, { match })}`)
  return [...rows]
}

/** How many products a listing has in all, and how many each choice would leave. */
export function countProducts(
  db: Database,
  { language, scope, match, filters, facets }: Listed & { facets: readonly FacetName[] },
): Promise<ListingCounts> {
  return countFacets(db, {
    listed: listedDocuments(language, scope, match),
    filters: filterConditions(filters),
    facets,
  })
}
