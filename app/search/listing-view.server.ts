import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import { appliedFilters, type FacetWords, facetGroups } from './facet-groups'
import { hasFilters, type ListingState, listingParams, NO_FILTERS, withoutFilter } from './listing-filters'
import type { FacetCounts } from './product-search'

export const PER_PAGE = 24

export type ListingView = ReturnType<typeof viewListing>

/** All that a listing says of itself beside its products: facets, what is filtered by, pages, and its addresses. */
export function viewListing(
  found: { total: number; counts: FacetCounts; state: ListingState },
  { language, words }: { language: Language; words: FacetWords },
) {
  const { state, total, counts } = found
  const { query, filters, sort, page } = state
  const wording = { t: translator(language), language, words }
  const address = (params: URLSearchParams) => (params.size > 0 ? `?${params}` : '')
  return {
    query,
    sort,
    page,
    total,
    pageCount: Math.max(1, Math.ceil(total / PER_PAGE)),
    groups: facetGroups({ counts, total, filters }, wording),
    applied: appliedFilters(filters, wording).map(({ name, value, facet, label }) => ({
      facet,
      label,
      without: address(withoutFilter(state, name, value)),
    })),
    isFiltered: hasFilters(filters),
    /** The same listing without its filters, and its first page: pages add their number to it. */
    unfiltered: address(listingParams({ ...state, filters: NO_FILTERS, page: 1 })),
    firstPage: address(listingParams({ ...state, page: 1 })),
  }
}
