import type { Band } from '../listing/bands'
import type { AttributeFilter, ListingFilters } from '../listing-filters'

export type MeilisearchFilter = { facet: string; anyOf: string[] }

/** One "or" per facet that is filtered by; the engine joins them with "and". Whatever came from outside is quoted. */
export function meilisearchFilters(filters: ListingFilters): MeilisearchFilter[] {
  const all: MeilisearchFilter[] = [
    { facet: 'brandSlug', anyOf: filters.brands.map((slug) => equals('brandSlug', slug)) },
    { facet: 'rangeSlug', anyOf: filters.ranges.map((slug) => equals('rangeSlug', slug)) },
    { facet: 'priceBand', anyOf: filters.prices.map((band) => within('priceCents', band)) },
    { facet: 'isAvailable', anyOf: filters.inStock ? ['isAvailable = 1'] : [] },
    ...Object.entries(filters.attributes).flatMap(([key, filter]) => attributeFilter(key, filter)),
  ]
  return all.filter(({ anyOf }) => anyOf.length > 0)
}

/** The form in which Meilisearch takes them, leaving out that of one facet. */
export function filterExpression(filters: readonly MeilisearchFilter[], but?: string): string[][] {
  return filters.filter(({ facet }) => facet !== but).map(({ anyOf }) => anyOf)
}

const PLAIN_KEY = /^[a-z][a-z0-9_]*$/

function attributeFilter(key: string, filter: AttributeFilter): MeilisearchFilter[] {
  if (!PLAIN_KEY.test(key)) return []
  const facet = `attributes.${key}`
  return [
    {
      facet,
      anyOf:
        filter.kind === 'number'
          ? filter.bands.map((band) => within(facet, band))
          : filter.options.map((option) => equals(facet, option)),
    },
  ]
}

export function equals(field: string, value: string): string {
  return `${field} = ${quoted(value)}`
}

/** Inside double quotes only the quote and the backslash mean something. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`
}

function within(field: string, { from, to }: Band): string {
  const bounds = [from === null ? '' : `${field} >= ${from}`, to === null ? '' : `${field} <= ${to}`]
  return bounds.filter(Boolean).join(' AND ')
}
