import type { Sort } from '../listing/sorts'
import { MARK_BEGIN, MARK_END, readMarks } from '../suggestions/marked-text'
import { queryWords, tellingWords } from '../understanding/query-words'
import type { FoundDocument, FoundDocuments, SearchQuery } from './meilisearch.server'
import { equals, filterExpression, meilisearchFilters } from './meilisearch-filter'
import type { FacetCounts, FacetName, ProductAnswer, ProductQuestion, ValueCount } from './product-search'

/** How the words are taken: what is changed of a plain search, and what all documents must have beside the filters. */
export type Way = { change: Partial<SearchQuery>; base: string[] }

const FACETS: Record<Exclude<FacetName, 'attributes'>, string> = {
  brand: 'brandSlug',
  range: 'rangeSlug',
  price: 'priceBand',
  stock: 'isAvailable',
}

/**
 * One search for the page; one for every facet that is filtered by, since a facet is counted without its own filter; and
 * one without any filter, to know whether the words were found at all.
 */
export function searchesFor(index: string, question: ProductQuestion, { change, base }: Way): SearchQuery[] {
  const filters = meilisearchFilters(question.filters)
  const words = tellingWords(queryWords(question.query), question.language)
  const plain = { indexUid: index, q: words.join(' '), attributesToRetrieve: ['id', 'rangeSlug'], ...change }
  const counted = facetsOf(question)
  const page: SearchQuery = {
    ...plain,
    filter: [...base, ...filterExpression(filters)],
    facets: counted,
    sort: sortOf(question.sort),
    page: question.page,
    hitsPerPage: question.perPage,
    attributesToHighlight: ['name'],
    highlightPreTag: MARK_BEGIN,
    highlightPostTag: MARK_END,
  }
  const others = filters
    .filter(({ facet }) => counted.some((field) => facet === field || facet.startsWith(`${field}.`)))
    .map(({ facet }) => ({
      ...plain,
      filter: [...base, ...filterExpression(filters, facet)],
      facets: [facet],
      page: 1,
      hitsPerPage: 0,
    }))
  const unfiltered = filters.length > 0 ? [{ ...plain, filter: base, page: 1, hitsPerPage: 0 }] : []
  return [page, ...others, ...unfiltered]
}

/** The same page of the ranges that come before all others. */
export function firstOf(
  { facets: _, ...page }: SearchQuery,
  { rangesFirst = [] }: ProductQuestion,
): SearchQuery {
  const isFirst = rangesFirst.map((slug) => equals('rangeSlug', slug))
  return { ...page, filter: [...(Array.isArray(page.filter) ? page.filter : []), isFirst] }
}

/** Whether a page shows all it can of the ranges that come first before any other. */
export function standsFirst(
  { rangesFirst = [], sort, page }: ProductQuestion,
  { hits, facets: { rangeSlug } }: FoundDocuments,
): boolean {
  if (rangesFirst.length === 0 || sort !== 'relevance' || hits.length === 0) return true
  const isFirst = hits.map((hit) => rangesFirst.includes(hit.rangeSlug ?? ''))
  const count = isFirst.filter(Boolean).length
  if (page > 1 || isFirst.slice(0, count).includes(false)) return false
  const inAll = rangeSlug && rangesFirst.reduce((sum, slug) => sum + (rangeSlug[slug] ?? 0), 0)
  return count === hits.length || count === inAll
}

/** What is left of a page that the first ranges do not fill: the others, from where their own pages are. */
export function restOf(
  page: SearchQuery,
  question: ProductQuestion,
  first: FoundDocuments,
): SearchQuery | null {
  const { rangesFirst = [], perPage } = question
  const skipped = (question.page - 1) * perPage
  const limit = Math.min(perPage, skipped + perPage - first.totalHits)
  if (limit <= 0) return null
  const { facets: _, page: __, hitsPerPage: ___, ...rest } = page
  const isOther = rangesFirst.map((slug) => `NOT ${equals('rangeSlug', slug)}`)
  return {
    ...rest,
    filter: [...(Array.isArray(page.filter) ? page.filter : []), ...isOther],
    offset: Math.max(0, skipped - first.totalHits),
    limit,
  }
}

/** The page, and whether the words were found at all. */
export function readAnswer(
  question: ProductQuestion,
  [page, ...others]: FoundDocuments[],
): { answer: ProductAnswer; isMatch: boolean } {
  if (!page) throw new Error('Meilisearch gave no answer')
  const unfiltered = meilisearchFilters(question.filters).length > 0 ? others.at(-1) : page
  const facets = Object.assign({}, page.facets, ...others.map((other) => other.facets))
  return {
    answer: {
      hits: page.hits.map(hitFrom),
      total: page.totalHits,
      facets: countsFrom(facets),
      reference: null,
      isLoose: false,
    },
    isMatch: (unfiltered?.totalHits ?? 0) > 0,
  }
}

export function hitFrom({ id, _formatted }: FoundDocument) {
  return { productId: Number(id), name: readMarks(_formatted?.name ?? '') }
}

function facetsOf({ facets }: ProductQuestion): string[] {
  return facets.map((facet) => (facet === 'attributes' ? 'attributes' : FACETS[facet]))
}

function sortOf(sort: Sort): string[] {
  switch (sort) {
    case 'relevance':
      return []
    case 'price-asc':
      return ['priceCents:asc', 'id:asc']
    case 'price-desc':
      return ['priceCents:desc', 'id:asc']
    case 'newest':
      return ['createdAt:desc', 'id:desc']
    case 'name':
      return ['nameKey:asc', 'id:asc']
  }
}

type Distribution = Record<string, Record<string, number>>

const ATTRIBUTE = 'attributes.'

function countsFrom(found: Distribution): FacetCounts {
  const attributes = Object.entries(found).flatMap(([field, values]) =>
    field.startsWith(ATTRIBUTE) ? [[field.slice(ATTRIBUTE.length), valueCounts(values)] as const] : [],
  )
  return {
    brands: valueCounts(found.brandSlug),
    ranges: valueCounts(found.rangeSlug),
    priceBands: valueCounts(found.priceBand),
    inStock: found.isAvailable?.['1'] ?? 0,
    attributes: Object.fromEntries(attributes),
  }
}

function valueCounts(values: Record<string, number> = {}): ValueCount[] {
  return Object.entries(values).map(([value, count]) => ({ value, count }))
}
