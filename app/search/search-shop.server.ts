import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { facetAttributes, withKnownNames } from './facet-groups'
import { readFacetWords } from './facet-words.server'
import { parseListing } from './listing-filters'
import { PER_PAGE, viewListing } from './listing-view.server'
import type { ProductSearch } from './open-product-search.server'
import type { FacetName } from './product-search'

type Shop = { db: Database; cache: Cache; productSearch: ProductSearch }

const FACETS: FacetName[] = ['range', 'brand', 'price', 'stock']

/** What the search page shows for its address; null before anything was asked. */
export async function searchShop(
  shop: Shop,
  { params, language }: { params: URLSearchParams; language: Language },
) {
  const words = await readFacetWords(shop, language)
  const asked = parseListing(params, facetAttributes(words))
  const state = { ...asked, vehicle: null, place: null, filters: withKnownNames(asked.filters, words) }
  if (state.query === '') return null

  // Attributes tell products of one range apart; over several they would fill the page.
  const isOneRange = state.filters.ranges.length === 1
  const answer = await shop.productSearch.search({
    ...state,
    language,
    perPage: PER_PAGE,
    facets: isOneRange ? [...FACETS, 'attributes'] : FACETS,
  })
  const view = viewListing({ counts: answer, state }, { language, words, params })
  if (answer.total === 0 && !view.isFiltered)
    shop.productSearch.log.note({ language, query: state.query, hits: 0 })
  return { ...answer, view }
}
