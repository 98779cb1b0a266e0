import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { hasFilters, type ListingFilters, NO_FILTERS } from './listing-filters'
import { countProducts } from './listing-queries.server'
import type { FacetName, ListingCounts } from './product-search'

/** What the cache keeps is read from `db`; the rest may be a second old. */
type Shop = { db: Database; reads: Database; cache: Cache }

export const RANGE_FACETS: readonly FacetName[] = ['brand', 'price', 'stock', 'attributes']

/**
 * The counts of a range, or of what of it goes on any vehicle. Without filters everybody asks for the same, so these are
 * counted once in five minutes, behind the visitors' backs. Facets name what they count by slugs: no language matters.
 */
export function countRange(
  { db, reads, cache }: Shop,
  {
    rangeId,
    part = 'all',
    filters = NO_FILTERS,
  }: { rangeId: number; part?: 'all' | 'universal'; filters?: ListingFilters },
): Promise<ListingCounts> {
  const count = (from: Database) =>
    countProducts(from, {
      language: 'fr',
      scope: part === 'all' ? { rangeId } : { universalOf: rangeId, but: [] },
      filters,
      facets: RANGE_FACETS,
    })
  if (hasFilters(filters)) return count(reads)
  return cache.remember({
    key: `search:counts:${part}:${rangeId}`,
    seconds: 300,
    tags: part === 'all' ? [`range:${rangeId}`] : [`range:${rangeId}`, 'fitments'],
    read: () => count(db),
  })
}
