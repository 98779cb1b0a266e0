import type { FoundDocuments, Meili, SearchQuery } from './meilisearch.server'
import { equals } from './meilisearch-filter'
import { readAnswer, searchesFor, type Way } from './meilisearch-question'
import { NOTHING_FOUND, type ProductAnswer, type ProductFinder, type ProductQuestion } from './product-search'
import { normalizeReference, queryWords, referenceCandidates } from './query-words'

type Ask = (queries: SearchQuery[]) => Promise<FoundDocuments[]>

/** Finds products with Meilisearch, in the index of the question's language. */
export function meilisearchFinder(
  meili: Meili,
  indexOf: (language: ProductQuestion['language']) => string,
): ProductFinder {
  return {
    search: (question, deadline) =>
      search((queries) => meili.search(queries, deadline?.signal), indexOf(question.language), question),
  }
}

/** An exact reference wins; else products with all the words; else those with what is known of the words. */
async function search(ask: Ask, index: string, question: ProductQuestion): Promise<ProductAnswer> {
  const { query } = question
  const words = queryWords(query)
  if (query !== '' && words.length === 0) return NOTHING_FOUND

  const reference = await findReference(ask, index, query)
  if (reference) {
    const base = [equals('references', reference.normalized)]
    const { answer } = await find(ask, index, { ...question, query: '' }, { base, change: {} })
    return { ...answer, reference: reference.typed }
  }
  for (const change of strictWays(query)) {
    const { answer, isMatch } = await find(ask, index, question, { base: [], change })
    if (isMatch) return answer
  }
  if (words.length < 2) return NOTHING_FOUND
  return { ...(await findLoosely(ask, index, { ...question, query: words.join(' ') })), isLoose: true }
}

async function find(ask: Ask, index: string, question: ProductQuestion, way: Way) {
  return readAnswer(question, await ask(searchesFor(index, question, way)))
}

async function findReference(ask: Ask, index: string, query: string) {
  const candidates = referenceCandidates(query)
  if (candidates.length === 0) return undefined
  const [found] = await ask([
    {
      indexUid: index,
      q: '',
      filter: [candidates.map(({ normalized }) => equals('references', normalized))],
      attributesToRetrieve: ['references'],
      limit: 100,
    },
  ])
  const known = new Set(found?.hits.flatMap(({ references }) => references ?? []))
  return candidates.find(({ normalized }) => known.has(normalized))
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

/** The words that the shop knows, all together if it can be; words that no product has are left out. */
async function findLoosely(ask: Ask, index: string, question: ProductQuestion): Promise<ProductAnswer> {
  const words = queryWords(question.query)
  const counts = await ask(
    words.map((q) => ({ indexUid: index, q, attributesToRetrieve: ['id'], page: 1, hitsPerPage: 0 })),
  )
  const known = words.filter((_, at) => (counts[at]?.totalHits ?? 0) > 0)
  if (known.length === 0) return NOTHING_FOUND

  const asked = { ...question, query: known.join(' ') }
  const together = await find(ask, index, asked, { base: [], change: { matchingStrategy: 'all' } })
  if (together.isMatch) return together.answer
  const some = await find(ask, index, asked, { base: [], change: { matchingStrategy: 'last' } })
  return some.answer
}
