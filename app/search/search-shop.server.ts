import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { searchForVehicle } from './answers/search-for-vehicle.server'
import { showVehicle } from './answers/vehicle-alone.server'
import type { FacetName } from './engine/product-search'
import { type FacetWords, facetAttributes, withKnownNames } from './listing/facet-groups'
import { readFacetWords } from './listing/facet-words.server'
import { PER_PAGE, viewListing } from './listing/listing-view.server'
import { type ListingState, parseListing } from './listing-filters'
import type { ProductSearch } from './open-product-search.server'
import { mayBeReference } from './understanding/query-words'
import { readWords } from './understanding/read-words.server'
import { understandQuery } from './understanding/understand-query.server'

type Shop = {
  db: Database
  reads: Database
  cache: Cache
  productSearch: ProductSearch
  /** By which it is counted what one visitor has written down. */
  clientIp?: string
}

type Asked = {
  params: URLSearchParams
  language: Language
  /** The vehicle the shopper chose, read when a query names one. */
  findMine: () => Promise<ChosenVehicle | null>
}

const FACETS: FacetName[] = ['range', 'brand', 'price', 'stock']

/**
 * What the search page shows for its URL; null before anything was asked. Words that name a part and a vehicle are
 * answered with what fits, unless the URL asks for the plain words (`vehicle=all`).
 */
export async function searchShop(shop: Shop, { params, language, findMine }: Asked) {
  const words = await readFacetWords(shop, language)
  const asked = parseListing(params, facetAttributes(words))
  const state = { ...asked, cursor: null, filters: withKnownNames(asked.filters, words) }
  if (state.query === '') return null
  const understood = state.vehicle === 'all' ? null : await understandQuery(shop, { ...state, language })
  if (!understood) return searchWords(shop, { state, words, language, params })

  const isReference = mayBeReference(understood.partWords)
  if (isReference) {
    const found = await searchWords(shop, { state, words, language, params })
    if (found.reference) return found
  }
  const answer = await searchForVehicle(shop, {
    understood,
    state,
    words,
    language,
    params,
    mine: await findMine(),
  })
  if (answer) {
    if (answer.view.total === 0 && !answer.view.isFiltered) note(shop, state, language)
    return { kind: 'vehicle' as const, ...answer }
  }
  // Only a vehicle was named, or a part that is none: what the words find comes first, if they all find something.
  const found = await searchWords(shop, { state, words, language, params })
  if (!found.isLoose && found.total > 0) return found
  return understood.vehicle.isSure ? showVehicle(shop, { understood, state, language }) : found
}

async function searchWords(
  shop: Shop,
  {
    state: asked,
    words,
    language,
    params,
  }: { state: ListingState; words: FacetWords; language: Language; params: URLSearchParams },
) {
  const state = { ...asked, vehicle: asked.vehicle === 'all' ? asked.vehicle : null }
  // Attributes tell products of one range apart; over several they would fill the page.
  const isOneRange = state.filters.ranges.length === 1
  const answer = await shop.productSearch.search({
    ...state,
    language,
    ...(await readWords(shop, { query: state.query, language })),
    perPage: PER_PAGE,
    facets: isOneRange ? [...FACETS, 'attributes'] : FACETS,
  })
  const view = viewListing({ counts: answer, state }, { language, words, params })
  if (answer.total === 0 && !view.isFiltered) note(shop, state, language)
  return { kind: 'words' as const, ...answer, view }
}

function note({ productSearch, clientIp = '' }: Shop, { query }: ListingState, language: Language): void {
  productSearch.log.note({ language, query, hits: 0, clientIp })
}
