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
import type { Cursor } from './cursor'
import { countFacets } from './facet-queries.server'
import { beside, cursorKey, orderOf } from './listing-order.server'
import type { Sort } from './sorts'

/** `key` is the sort's: with the number it names the product's cursor. */
export type ListedProduct = { productId: number; name: string; key: string }

type Listed = { language: Language; scope: Scope; match?: TextMatch | undefined; filters: ListingFilters }

/** So many products, from a cursor or after skipping some. */
export type Piece = { limit: number } & ({ skip: number } | { cursor: Cursor })

/** A piece of a listing in its order. */
export async function listProducts(
  db: Database,
  { language, scope, match, filters, sort, ...piece }: Listed & { sort: Sort } & Piece,
): Promise<ListedProduct[]> {
  const conditions = filterConditions(filters).map(({ condition }) => condition)
  const cursor = 'cursor' in piece ? piece.cursor : undefined
  const isReversed = cursor?.way === 'before'
  const skipped = 'skip' in piece && piece.skip > 0 ? sql`offset ${piece.skip}` : sql``
  const rows = await db.execute<ListedProduct>(sql`
    select d.product_id as "productId", ${match?.markedName ?? sql`d.name`} as name, ${cursorKey(sort)} as key
    from (
      select d.* from product_documents d
      where ${listedDocuments(language, scope, match)}
        and ${all(cursor ? [beside(sort, cursor), ...conditions] : conditions)}
      order by ${orderOf(sort, { match, isReversed })}
      limit ${piece.limit} ${skipped}
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
