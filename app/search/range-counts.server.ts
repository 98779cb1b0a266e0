import { changeTag } from '~/changes'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { FacetName, ListingCounts } from './engine/product-search'
import { countProducts } from './listing/listing-queries.server'
import { hasFilters, type ListingFilters, NO_FILTERS } from './listing-filters'

type Shop = { db: Database; cache: Cache }

export const RANGE_FACETS: readonly FacetName[] = ['brand', 'price', 'stock', 'attributes']

/**
 * The counts of a range, or of what of it goes on any vehicle. To count is to read the whole range, so it is done once in
 * five minutes for each choice of filters. Facets name what they count by slugs: no language matters.
 */
export function countRange(
  { db, cache }: Shop,
  {
    rangeId,
    part = 'all',
    filters = NO_FILTERS,
  }: { rangeId: number; part?: 'all' | 'universal'; filters?: ListingFilters },
): Promise<ListingCounts> {
  return cache.remember({
    key: `search:counts:${part}:${rangeId}:${JSON.stringify(filters)}`,
    seconds: 300,
    isOwn: hasFilters(filters),
    tags: part === 'all' ? [changeTag.range(rangeId)] : [changeTag.range(rangeId), changeTag.fitments],
    read: () =>
      countProducts(db, {
        language: 'fr',
        scope: part === 'all' ? { rangeId } : { universalOf: rangeId, but: [] },
        filters,
        facets: RANGE_FACETS,
      }),
  })
}
