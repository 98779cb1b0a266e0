import type { Language } from '~/i18n/language'
import type { ListingFilters, Sort } from './listing-filters'
import type { MarkedText } from './marked-text'

export type FacetName = 'brand' | 'range' | 'price' | 'stock' | 'attributes'

export type ProductQuestion = {
  language: Language
  query: string
  filters: ListingFilters
  sort: Sort
  page: number
  perPage: number
  facets: readonly FacetName[]
}

export type ValueCount = { value: string; count: number }

/**
 * How many products each choice would show: a facet is counted with all filters but its own, so that choosing a second
 * value of it adds to the listing.
 */
export type FacetCounts = {
  brands: ValueCount[]
  ranges: ValueCount[]
  /** The value is a place in PRICE_BANDS. */
  priceBands: ValueCount[]
  inStock: number
  attributes: Record<string, ValueCount[]>
}

export const NO_COUNTS: FacetCounts = { brands: [], ranges: [], priceBands: [], inStock: 0, attributes: {} }

export type ProductHit = { productId: number; name: MarkedText }

export type ProductAnswer = {
  hits: ProductHit[]
  total: number
  facets: FacetCounts
  /** The reference that was sought and found, as it was typed. */
  reference: string | null
  /** No product has all the words: these have the most of them. */
  isLoose: boolean
}

/** One of the ways to find products. */
export type ProductFinder = {
  search: (question: ProductQuestion, deadline?: { signal: AbortSignal }) => Promise<ProductAnswer>
}

export const NOTHING_FOUND: ProductAnswer = {
  hits: [],
  total: 0,
  facets: NO_COUNTS,
  reference: null,
  isLoose: false,
}
