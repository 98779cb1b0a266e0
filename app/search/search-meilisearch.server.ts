import type { FoundDocuments, Meili, SearchQuery } from './meilisearch.server'
import { equals } from './meilisearch-filter'
import { readAnswer, searchesFor, type Way } from './meilisearch-question'
import { NOTHING_FOUND, type ProductAnswer, type ProductFinder, type ProductQuestion } from './product-search'
import {
  normalizeReference,
  queryWords,
  type ReferenceCandidate,
  referenceCandidates,
  tellingWords,
} from './query-words'

type Ask = (queries: SearchQuery[]) => Promise<FoundDocuments[]>

/**
 * Finds products with Meilisearch, in the index of the question's language. What it does not find at all, another finder
 * may read in its own way.
 */
export function meilisearchFinder(
  { meili, live }: { meili: Meili; live: (language: ProductQuestion['language']) => string },
  otherwise: ProductFinder,
): ProductFinder {
  return {
    async search(question, deadline) {
      const ask: Ask = (queries) => meili.search(queries, deadline?.signal)
      const index = live(question.language)
      if (question.query !== '' && queryWords(question.query).length === 0) return NOTHING_FOUND
      return (
        (await searchStrictly(ask, index, question)) ??
        (await searchLoosely(ask, index, question)) ??
        otherwise.search(question)
      )
    },
  }
}

/** An exact reference wins, else products with all the words. Null when there are none. Mostly asked at once. */
async function searchStrictly(
  ask: Ask,
  index: string,
  question: ProductQuestion,
): Promise<ProductAnswer | null> {
  const candidates = referenceCandidates(question.query)
  const ways = strictWays(question.query).map((change) => ({ base: [], change }))
  const asked = ways.map((way) => searchesFor(index, question, way))
  const lookups = candidates.length > 0 ? [searchForReferences(index, candidates)] : []
  const answers = await ask([...lookups, ...asked.flat()])

  const known = new Set(answers.splice(0, lookups.length).flatMap(numbersIn))
  const reference = candidates.find(({ normalized }) => known.has(normalized))
  if (reference) return findByReference(ask, index, question, reference)
  for (const searches of asked) {
    const { answer, isMatch } = readAnswer(question, answers.splice(0, searches.length))
    if (isMatch) return answer
  }
  return null
}

function searchForReferences(index: string, candidates: readonly ReferenceCandidate[]): SearchQuery {
  return {
    indexUid: index,
    q: '',
    filter: [candidates.map(({ normalized }) => equals('references', normalized))],
    attributesToRetrieve: ['references'],
    limit: 100,
  }
}

function numbersIn({ hits }: FoundDocuments): string[] {
  return hits.flatMap(({ references }) => references ?? [])
}

async function findByReference(
  ask: Ask,
  index: string,
  question: ProductQuestion,
  { normalized, typed }: ReferenceCandidate,
): Promise<ProductAnswer> {
  const way = { base: [equals('references', normalized)], change: {} }
  const { answer } = await find(ask, index, { ...question, query: '' }, way)
  return { ...answer, reference: typed }
}

/** Leaves out the words that no product has, then those that most products have, until some have the rest. */
async function searchLoosely(
  ask: Ask,
  index: string,
  question: ProductQuestion,
): Promise<ProductAnswer | null> {
  const words = tellingWords(queryWords(question.query), question.language)
  if (words.length < 2) return null
  const alone = await ask(
    words.map((q) => ({ indexUid: index, q, attributesToRetrieve: ['id'], page: 1, hitsPerPage: 0 })),
  )
  const known = words.filter((_, at) => (alone[at]?.totalHits ?? 0) > 0)
  if (known.length === 0) return null
  const matchingStrategy = known.length < words.length ? 'all' : 'frequency'
  for (const strategy of new Set([matchingStrategy, 'frequency'] as const)) {
    const change = { q: known.join(' '), matchingStrategy: strategy }
    const { answer, isMatch } = await find(ask, index, question, { base: [], change })
    if (isMatch) return { ...answer, isLoose: true }
  }
  return null
}

async function find(ask: Ask, index: string, question: ProductQuestion, way: Way) {
  return readAnswer(question, await ask(searchesFor(index, question, way)))
}

const DIGITS_OF_A_REFERENCE = 4

/** All the words; or the beginning of a reference, with or without its spaces. */
function strictWays(query: string): Partial<SearchQuery>[] {
  const ways: Partial<SearchQuery>[] = [{ matchingStrategy: 'all' }]
  const compact = normalizeReference(query)
  if (compact.replace(/\D/g, '').length >= DIGITS_OF_A_REFERENCE && compact !== query)
    ways.push({ q: compact, attributesToSearchOn: ['references'] })
  return ways
}
