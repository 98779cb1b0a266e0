import { cutText } from '~/text/cut-text'
import { tidyCode } from '~/text/typed-text'
import { type Band, bandToken, parseBand, parsePriceBand, priceToken } from './listing/bands'
import { type Cursor, cursorToken, parseCursor } from './listing/cursor'
import { SORTS, type Sort } from './listing/sorts'
import { typedBand } from './listing/typed-bounds'

export type AttributeFilter = { kind: 'choice'; options: string[] } | { kind: 'number'; bands: Band[] }

/** What a shopper wants to see of a listing: "or" inside each of them, "and" across. */
export type ListingFilters = {
  brands: string[]
  ranges: string[]
  /** In cents. */
  prices: Band[]
  inStock: boolean
  attributes: Record<string, AttributeFilter>
}

export const NO_FILTERS: ListingFilters = {
  brands: [],
  ranges: [],
  prices: [],
  inStock: false,
  attributes: {},
}

/** The vehicle that a URL lists parts for, or that it lists them all; null when it does not say. */
export type VehicleChoice = number | 'all' | null

export type ListingState = {
  query: string
  filters: ListingFilters
  vehicle: VehicleChoice
  sort: Sort
  page: number
  /** Where a page begins that has no number of its own. */
  cursor: Cursor | null
}

/** What the URL may filter by: the attributes that are facets. */
export type FacetAttribute = { key: string; kind: 'choice' | 'number' }

export const ATTRIBUTE_PREFIX = 'a.'
export const LONGEST_QUERY = 200
/** Pages up to here are counted out; each one after begins where the last one ended. */
export const LAST_NUMBERED_PAGE = 50
const LARGEST_ID = 2_147_483_647
const MOST_VALUES = 20
/** More than a shopper has use of; every link of a listing repeats them all. */
const MOST_FILTERS = 20
const LONGEST_FILTERS = 1_000
const MOST_PAGES = 50_000
const LONGEST_OPTION = 80
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST_SLUG = 200

/** Reads a listing's URL. What is malformed or unknown is as if it were not there. */
export function parseListing(
  params: URLSearchParams,
  attributes: readonly FacetAttribute[] = [],
): ListingState {
  const sort = SORTS.find((sort) => sort === params.get('sort')) ?? 'relevance'
  const page = parsePage(params.get('page'))
  const typed = typedBand(params)
  return {
    query: parseQuery(params.get('q')),
    filters: bounded({
      brands: list(params, 'brand', parseSlug),
      ranges: list(params, 'range', parseSlug),
      prices: distinctBands([...list(params, 'price', parsePriceBand), ...(typed ? [typed] : [])]),
      inStock: params.get('stock') === '1',
      attributes: Object.fromEntries(attributes.flatMap((attribute) => attributeFilter(params, attribute))),
    }),
    vehicle: parseVehicle(params),
    sort,
    page,
    cursor: page > LAST_NUMBERED_PAGE ? parseCursor(params, sort) : null,
  }
}

/** The first of many filters; the surplus is as if it were not there. */
function bounded(filters: ListingFilters): ListingFilters {
  const kept = new Set<string>()
  let length = 0
  for (const pair of filterPairs({ ...filters, inStock: false })) {
    const text = String(new URLSearchParams([pair]))
    length += text.length
    if (kept.size === MOST_FILTERS || length > LONGEST_FILTERS) break
    kept.add(pair.join('='))
  }
  const isKept = (name: string, value: string) => kept.has(`${name}=${value}`)
  return {
    brands: filters.brands.filter((slug) => isKept('brand', slug)),
    ranges: filters.ranges.filter((slug) => isKept('range', slug)),
    prices: filters.prices.filter((band) => isKept('price', priceToken(band))),
    inStock: filters.inStock,
    attributes: Object.fromEntries(
      Object.entries(filters.attributes).flatMap(([key, filter]): [string, AttributeFilter][] => {
        const isOn = (token: string) => isKept(ATTRIBUTE_PREFIX + key, token)
        if (filter.kind === 'number') {
          const bands = filter.bands.filter((band) => isOn(bandToken(band)))
          return bands.length > 0 ? [[key, { kind: 'number', bands }]] : []
        }
        const options = filter.options.filter(isOn)
        return options.length > 0 ? [[key, { kind: 'choice', options }]] : []
      }),
    ),
  }
}

/** Whose parts the URL asks for. A number that no vehicle has is a question for the database. */
export function parseVehicle(params: URLSearchParams): VehicleChoice {
  const text = params.get('vehicle') ?? ''
  if (text === 'all') return text
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= LARGEST_ID ? Number(text) : null
}

/** The one URL of a listing: known parameters in a fixed order, defaults left out. */
export function listingParams({
  query,
  filters,
  vehicle,
  sort,
  page,
  cursor,
}: ListingState): URLSearchParams {
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  for (const [name, value] of filterPairs(filters)) params.append(name, value)
  if (vehicle !== null) params.set('vehicle', String(vehicle))
  if (sort !== 'relevance') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  if (cursor) params.set(cursor.way, cursorToken(cursor))
  return params
}

/** Whether a page is asked for by a number that is not counted out, and by nothing else. */
export function hasNoCursor({ page, cursor }: ListingState): boolean {
  return page > LAST_NUMBERED_PAGE && cursor === null
}

/** Every filter that is on, as the parameter that turns it on. */
export function filterPairs(filters: ListingFilters): [name: string, value: string][] {
  const pairs: [string, string][] = [
    ...filters.brands.toSorted().map((slug): [string, string] => ['brand', slug]),
    ...filters.ranges.toSorted().map((slug): [string, string] => ['range', slug]),
    ...sortedBands(filters.prices).map((band): [string, string] => ['price', priceToken(band)]),
  ]
  if (filters.inStock) pairs.push(['stock', '1'])
  for (const key of Object.keys(filters.attributes).sort()) {
    const filter = filters.attributes[key]
    if (filter) for (const token of attributeTokens(filter)) pairs.push([ATTRIBUTE_PREFIX + key, token])
  }
  return pairs
}

export function hasFilters(filters: ListingFilters): boolean {
  return filterPairs(filters).length > 0
}

/** The parameters of the same listing, from its first page, with one filter turned off. */
export function withoutFilter(state: ListingState, name: string, value: string): URLSearchParams {
  const params = [...listingParams({ ...state, page: 1, cursor: null })]
  return new URLSearchParams(params.filter((pair) => pair[0] !== name || pair[1] !== value))
}

/** Text that strangers typed, fit for every engine: plain, without signs that nobody sees, of bounded length. */
export function parseQuery(text: string | null): string {
  if (!text) return ''
  const plain = cutText(text, 4 * LONGEST_QUERY).replace(/\p{Co}+/gu, ' ')
  return cutText(tidyCode(plain), LONGEST_QUERY).trimEnd()
}

function parsePage(text: string | null): number {
  const page = /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
  return Math.min(page, MOST_PAGES)
}

function parseSlug(text: string): string | null {
  return text.length <= LONGEST_SLUG && SLUG.test(text) ? text : null
}

function parseOption(text: string): string | null {
  return text.length > 0 && text.length <= LONGEST_OPTION && !/[\p{Cc}\p{Cs}]/u.test(text) ? text : null
}

function attributeFilter(
  params: URLSearchParams,
  { key, kind }: FacetAttribute,
): [string, AttributeFilter][] {
  const name = ATTRIBUTE_PREFIX + key
  if (kind === 'number') {
    const bands = distinctBands(list(params, name, parseBand))
    return bands.length > 0 ? [[key, { kind, bands }]] : []
  }
  const options = list(params, name, parseOption)
  return options.length > 0 ? [[key, { kind, options }]] : []
}

function attributeTokens(filter: AttributeFilter): string[] {
  return filter.kind === 'number' ? sortedBands(filter.bands).map(bandToken) : filter.options.toSorted()
}

function list<Value>(params: URLSearchParams, name: string, parse: (text: string) => Value | null): Value[] {
  const values = params.getAll(name).slice(0, MOST_VALUES).map(parse)
  return [...new Set(values.filter((value): value is Value & {} => value !== null))]
}

function distinctBands(bands: Band[]): Band[] {
  return [...new Map(bands.map((band) => [bandToken(band), band])).values()]
}

function sortedBands(bands: Band[]): Band[] {
  return bands.toSorted((a, b) => (a.from ?? -1) - (b.from ?? -1) || (a.to ?? Infinity) - (b.to ?? Infinity))
}
