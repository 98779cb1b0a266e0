import type { ListingCounts, ValueCount } from '../engine/product-search'
import { isInBand, priceBandOf } from '../listing/bands'
import type { AttributeFilter, ListingFilters } from '../listing-filters'

/** What a document can be filtered by within its range. */
export type FacetedDocument = {
  brandSlug: string
  priceCents: number
  isAvailable: boolean
  attributes: Record<string, (string | number)[]>
}

/** Whether a document passes every filter, or every one but one facet's. */
export function passes(document: FacetedDocument, filters: ListingFilters, but?: string): boolean {
  const { brandSlug, priceCents, isAvailable, attributes } = document
  if (but !== 'brand' && filters.brands.length > 0 && !filters.brands.includes(brandSlug)) return false
  if (but !== 'stock' && filters.inStock && !isAvailable) return false
  const { prices } = filters
  if (but !== 'price' && prices.length > 0 && !prices.some((band) => isInBand(priceCents, band))) return false
  return Object.entries(filters.attributes).every(
    ([key, filter]) => but === `attribute ${key}` || hasOneOf(valuesOf(attributes, key), filter),
  )
}

function hasOneOf(values: readonly (string | number)[], filter: AttributeFilter): boolean {
  if (filter.kind === 'choice')
    return values.some((value) => typeof value === 'string' && filter.options.includes(value))
  return values.some(
    (value) => typeof value === 'number' && filter.bands.some((band) => isInBand(value, band)),
  )
}

function valuesOf(attributes: FacetedDocument['attributes'], key: string) {
  return (Object.hasOwn(attributes, key) && attributes[key]) || []
}

/**
 * Counts a few documents as the database counts many: each facet with all filters but its own, and values that the others
 * leave nothing of with nought.
 */
export function countDocuments(
  documents: readonly FacetedDocument[],
  filters: ListingFilters,
): ListingCounts {
  const brands = new Map<string, number>()
  const bands = new Map<string, number>()
  const attributes = new Map<string, Map<string, number>>()
  let [total, inStock] = [0, 0]
  for (const document of documents) {
    total += Number(passes(document, filters))
    inStock += Number(document.isAvailable && passes(document, filters, 'stock'))
    add(brands, document.brandSlug, passes(document, filters, 'brand'))
    add(bands, String(priceBandOf(document.priceCents)), passes(document, filters, 'price'))
    for (const [key, values] of Object.entries(document.attributes)) {
      const counts = attributes.get(key) ?? new Map<string, number>()
      attributes.set(key, counts)
      const isCounted = passes(document, filters, `attribute ${key}`)
      for (const value of values) add(counts, String(value), isCounted)
    }
  }
  return {
    total,
    facets: {
      brands: listed(brands),
      ranges: [],
      priceBands: listed(bands),
      inStock,
      attributes: Object.fromEntries([...attributes].map(([key, counts]) => [key, listed(counts)])),
    },
  }
}

function add(counts: Map<string, number>, value: string, isCounted: boolean): void {
  counts.set(value, (counts.get(value) ?? 0) + Number(isCounted))
}

function listed(counts: ReadonlyMap<string, number>): ValueCount[] {
  return [...counts].map(([value, count]) => ({ value, count }))
}
