import { formatNumber } from '~/i18n/format'
import type { Language } from '~/i18n/language'
import type { Translate } from '~/i18n/translate'
import { formatMoney } from '~/money/format'
import type { FacetCounts, ValueCount } from '../engine/product-search'
import { ATTRIBUTE_PREFIX, type FacetAttribute, filterPairs, type ListingFilters } from '../listing-filters'
import {
  type Band,
  bandsOf,
  bandToken,
  isInBand,
  PRICE_BANDS,
  parseBand,
  parsePriceBand,
  priceToken,
} from './bands'

type AttributeNames = {
  key: string
  kind: 'choice' | 'number' | 'text'
  unit: string | null
  label: string
  options: Record<string, string>
}

export type FacetWords = {
  brands: ReadonlyMap<string, string>
  ranges: ReadonlyMap<string, string>
  attributes: readonly AttributeNames[]
}

/** `name` and `value` are what the URL says when it is chosen. */
export type FacetChoice = { value: string; label: string; count: number; isOn: boolean }
export type FacetGroup = { name: string; label: string; choices: FacetChoice[] }
export type AppliedFilter = { name: string; value: string; facet: string; label: string }

type Wording = { t: Translate; language: Language; words: FacetWords }

export function facetAttributes(words: FacetWords): FacetAttribute[] {
  return words.attributes.map(({ key, kind }) => ({ key, kind: kind === 'number' ? 'number' : 'choice' }))
}

/** Takes out brands and ranges that the shop does not have: they were never offered. */
export function withKnownNames(filters: ListingFilters, words: FacetWords): ListingFilters {
  return {
    ...filters,
    brands: filters.brands.filter((slug) => words.brands.has(slug)),
    ranges: filters.ranges.filter((slug) => words.ranges.has(slug)),
  }
}

/** The facets worth showing: those that can still tell products apart, and those that are filtered by. */
export function facetGroups(
  { counts, total, filters }: { counts: FacetCounts; total: number; filters: ListingFilters },
  wording: Wording,
): FacetGroup[] {
  const on = new Set(filterPairs(filters).map(([name, value]) => `${name}=${value}`))
  const { words } = wording
  const group = (name: string, values: readonly ValueCount[], known: readonly string[] = []): FacetGroup => {
    const counted = new Map(values.map(({ value, count }) => [value, count]))
    const chosen = filterPairs(filters).flatMap(([of, value]) => (of === name ? [value] : []))
    // A stretch that a shopper typed is nobody's band: alone, it holds what is found.
    const isTyped = (value: string) => known.length > 0 && !known.includes(value)
    const shown = [...new Set([...known, ...counted.keys(), ...chosen])]
    return {
      name,
      label: facetLabel(name, wording),
      choices: shown
        .map((value) => ({
          value,
          label: choiceLabel(name, value, wording),
          count: counted.get(value) ?? (isTyped(value) && chosen.length === 1 ? total : 0),
          isOn: on.has(`${name}=${value}`),
        }))
        .filter(({ count, isOn }) => count > 0 || isOn),
    }
  }

  const groups = [
    group('stock', counts.inStock > 0 ? [{ value: '1', count: counts.inStock }] : []),
    byCount(group('range', counts.ranges)),
    byCount(group('brand', counts.brands)),
    group('price', priceCounts(counts.priceBands), PRICE_BANDS.map(priceToken)),
    ...words.attributes.flatMap(({ key, kind }) => {
      const values = Object.hasOwn(counts.attributes, key) ? counts.attributes[key] : undefined
      if (!values) return []
      if (kind !== 'number') return [byLabel(group(ATTRIBUTE_PREFIX + key, values))]
      const bands = bandCounts(values)
      return [
        group(
          ATTRIBUTE_PREFIX + key,
          bands,
          bands.map(({ value }) => value),
        ),
      ]
    }),
  ]
  return groups.filter((one) => isTelling(one, total))
}

/** Everything that is filtered by, in words. */
export function appliedFilters(filters: ListingFilters, wording: Wording): AppliedFilter[] {
  return filterPairs(filters).map(([name, value]) => ({
    name,
    value,
    facet: facetLabel(name, wording),
    label: choiceLabel(name, value, wording),
  }))
}

function isTelling({ name, choices }: FacetGroup, total: number): boolean {
  if (choices.some(({ isOn }) => isOn)) return true
  if (name === 'stock') return choices.some(({ count }) => count < total)
  return choices.length > 1
}

function facetLabel(name: string, { t, words }: Wording): string {
  switch (name) {
    case 'brand':
      return t('search.facets.brand')
    case 'range':
      return t('search.facets.range')
    case 'price':
      return t('search.facets.price')
    case 'stock':
      return t('search.facets.stock')
    default:
      return attributeOf(name, words)?.label ?? name
  }
}

function choiceLabel(name: string, value: string, { t, language, words }: Wording): string {
  if (name === 'brand') return words.brands.get(value) ?? value
  if (name === 'range') return words.ranges.get(value) ?? value
  if (name === 'stock') return t('search.facets.inStock')
  if (name === 'price')
    return bandLabel(parsePriceBand(value), { t, show: (cents) => euros(cents, language) })

  const attribute = attributeOf(name, words)
  if (attribute?.kind !== 'number')
    return attribute && Object.hasOwn(attribute.options, value) ? (attribute.options[value] ?? value) : value
  const unit = attribute.unit ? `\u00a0${attribute.unit}` : ''
  return bandLabel(parseBand(value), { t, show: (number) => formatNumber(number, language), unit })
}

function bandLabel(
  band: Band | null,
  { t, show, unit = '' }: { t: Translate; show: (value: number) => string; unit?: string },
): string {
  if (!band) return ''
  const { from, to } = band
  if (from !== null && from === to) return show(from) + unit
  if (to === null) return t('search.bands.from', { from: show(from ?? 0) + unit })
  if (!from) return t('search.bands.upTo', { to: show(to) + unit })
  return t('search.bands.between', { from: show(from), to: show(to) + unit })
}

/** A band that ends a cent before a whole euro is read as ending there. */
function euros(cents: number, language: Language): string {
  const shown = cents % 100 === 99 ? cents + 1 : cents
  return formatMoney(shown, language).replace(/[.,]00(?=\D*$)/, '')
}

function attributeOf(name: string, words: FacetWords): AttributeNames | undefined {
  return words.attributes.find(({ key }) => ATTRIBUTE_PREFIX + key === name)
}

function priceCounts(bands: readonly ValueCount[]): ValueCount[] {
  return bands.flatMap(({ value, count }) => {
    const band = PRICE_BANDS[Number(value)]
    return band ? [{ value: priceToken(band), count }] : []
  })
}

function bandCounts(values: readonly ValueCount[]): ValueCount[] {
  const numbers = values
    .map(({ value, count }) => ({ value: Number(value), count }))
    .filter(({ value }) => Number.isFinite(value))
  return bandsOf(numbers.map(({ value }) => value)).map((band) => ({
    value: bandToken(band),
    count: numbers.reduce((sum, { value, count }) => (isInBand(value, band) ? sum + count : sum), 0),
  }))
}

function byCount(group: FacetGroup): FacetGroup {
  return { ...group, choices: group.choices.toSorted((a, b) => b.count - a.count || compare(a, b)) }
}

function byLabel(group: FacetGroup): FacetGroup {
  return { ...group, choices: group.choices.toSorted(compare) }
}

function compare(a: FacetChoice, b: FacetChoice): number {
  return a.label.localeCompare(b.label, 'fr', { numeric: true })
}
