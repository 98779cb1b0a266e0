import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { facetAttributes, withKnownNames } from './facet-groups'
import { readFacetWords } from './facet-words.server'
import { parseListing } from './listing-filters'
import { listProducts } from './listing-queries.server'
import { PER_PAGE, viewListing } from './listing-view.server'

type Shop = { db: Database; cache: Cache }

const FACETS = ['brand', 'price', 'stock', 'attributes'] as const

/** One page of a range, as its address asks for it. */
export async function listRange(
  shop: Shop,
  { rangeId, params, language }: { rangeId: number; params: URLSearchParams; language: Language },
) {
  const words = await readFacetWords(shop, language)
  const asked = parseListing(params, facetAttributes(words))
  const state = { ...asked, query: '', filters: { ...withKnownNames(asked.filters, words), ranges: [] } }
  const { products, total, facets } = await listProducts(shop.db, {
    language,
    scope: { rangeId },
    filters: state.filters,
    sort: state.sort,
    page: state.page,
    perPage: PER_PAGE,
    facets: FACETS,
  })
  return {
    productIds: products.map(({ productId }) => productId),
    view: viewListing({ total, counts: facets, state }, { language, words }),
  }
}
