import type { Language } from '~/i18n/language'
import type { Sort } from '../listing/sorts'
import type { ListingFilters } from '../listing-filters'
import type { MarkedText } from '../suggestions/marked-text'

export type FacetName = 'brand' | 'range' | 'price' | 'stock' | 'attributes'

export type ProductQuestion = {
  language: Language
  query: string
  filters: ListingFilters
  sort: Sort
  page: number
  perPage: number
  facets: readonly FacetName[]
  /** The ranges that the words name: what of them is found comes before its accessories. */
  rangesFirst?: readonly string[]
  /** The words as the shop spells what sounds like them; null where that is known to be as they were typed. */
  respelt?: readonly string[] | null
}

export type ValueCount = { value: string; count: number }

/**
 * How many products each choice would show: a facet is counted with all filters but its own, so that choosing a second
 * value of it adds to the listing.
 */
export type FacetCounts = {
  brands: ValueCount[]
  ranges: ValueCount[]
  /** The value is an index of PRICE_BANDS. */
  priceBands: ValueCount[]
  inStock: number
  attributes: Record<string, ValueCount[]>
}

/** A listing's length, and what each choice would leave of it. */
export type ListingCounts = { total: number; facets: FacetCounts }

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

/** What two listings without a product in common come to together. */
export function sumOfCounts(one: ListingCounts, other: ListingCounts): ListingCounts {
  const keys = new Set([one, other].flatMap(({ facets }) => Object.keys(facets.attributes)))
  return {
    total: one.total + other.total,
    facets: {
      brands: sumOfValues(one.facets.brands, other.facets.brands),
      ranges: sumOfValues(one.facets.ranges, other.facets.ranges),
      priceBands: sumOfValues(one.facets.priceBands, other.facets.priceBands),
      inStock: one.facets.inStock + other.facets.inStock,
      attributes: Object.fromEntries(
        [...keys].map((key) => [key, sumOfValues(attributeCounts(one, key), attributeCounts(other, key))]),
      ),
    },
  }
}

function attributeCounts({ facets: { attributes } }: ListingCounts, key: string): ValueCount[] {
  return (Object.hasOwn(attributes, key) && attributes[key]) || []
}

function sumOfValues(one: readonly ValueCount[], other: readonly ValueCount[]): ValueCount[] {
  const counts = new Map<string, number>()
  for (const { value, count } of [...one, ...other]) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].map(([value, count]) => ({ value, count }))
}
