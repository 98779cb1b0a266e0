import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { ListingCounts } from '../engine/product-search'
import {
  hasFilters,
  LAST_NUMBERED_PAGE,
  type ListingState,
  listingParams,
  NO_FILTERS,
  withoutFilter,
} from '../listing-filters'
import type { Cursor } from './cursor'
import { appliedFilters, type FacetWords, facetGroups } from './facet-groups'
import { unreadBounds } from './typed-bounds'

export const PER_PAGE = 20

export type ListingView = ReturnType<typeof viewListing>

/** All that a listing says of itself beside its products: facets, what is filtered by, pages, and its URLs. */
export function viewListing(
  found: { counts: ListingCounts; state: ListingState; page?: readonly Placed[] },
  { language, words, params }: { language: Language; words: FacetWords; params: URLSearchParams },
) {
  const { state, counts, page: shown = [] } = found
  const { query, filters, sort, page } = state
  const { total } = counts
  const wording = { t: translator(language), language, words }
  return {
    query,
    vehicle: state.vehicle,
    sort,
    page,
    total,
    pageCount: Math.max(1, Math.ceil(total / PER_PAGE)),
    groups: facetGroups({ counts: counts.facets, total, filters }, wording),
    applied: appliedFilters(filters, wording).map(({ name, value, facet, label }) => ({
      facet,
      label,
      without: queryOf(withoutFilter(state, name, value)),
    })),
    unread: unreadBounds(params),
    isFiltered: hasFilters(filters),
    /** The same listing without its filters, and its first page: pages add their number to it. */
    unfiltered: urlOf({ ...state, filters: NO_FILTERS }),
    firstPage: urlOf(state),
    lastNumbered: LAST_NUMBERED_PAGE,
    beyond: waysBeyond(state, shown),
  }
}

/** The query of a listing's first page, or of another one. */
export function urlOf(
  state: ListingState,
  { page, cursor }: Pick<ListingState, 'page'> & { cursor?: Cursor } = { page: 1 },
): string {
  return queryOf(listingParams({ ...state, page, cursor: cursor ?? null }))
}

const queryOf = (params: URLSearchParams) => (params.size > 0 ? `?${params}` : '')

type Placed = Pick<Cursor, 'key' | 'productId'>

/** The ways to the neighbours that have no number of their own. */
function waysBeyond(state: ListingState, shown: readonly Placed[]) {
  const { page } = state
  const [first, last] = [shown.at(0), shown.at(-1)]
  const hasPrevious = first && page - 1 > LAST_NUMBERED_PAGE
  const hasNext = last && page >= LAST_NUMBERED_PAGE
  return {
    previous: hasPrevious ? urlOf(state, { page: page - 1, cursor: { ...first, way: 'before' } }) : null,
    next: hasNext ? urlOf(state, { page: page + 1, cursor: { ...last, way: 'after' } }) : null,
  }
}
