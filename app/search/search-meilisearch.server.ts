import type { FoundDocuments, Meili, SearchQuery } from './meilisearch.server'
import { equals } from './meilisearch-filter'
import { readAnswer, searchesFor, type Way } from './meilisearch-question'
import { NOTHING_FOUND, type ProductAnswer, type ProductFinder, type ProductQuestion } from './product-search'
import { normalizeReference, queryWords, referenceCandidates } from './query-words'

type Ask = (queries: SearchQuery[]) => Promise<FoundDocuments[]>

/**
 * Finds products with Meilisearch, in the index of the question's language. What it does not find whole, another finder
 * may read more loosely.
 */
export function meilisearchFinder(
  { meili, live }: { meili: Meili; live: (language: ProductQuestion['language']) => string },
  loosely: ProductFinder,
): ProductFinder {
  return {
    async search(question, deadline) {
      const ask: Ask = (queries) => meili.search(queries, deadline?.signal)
      return (await search(ask, live(question.language), question)) ?? loosely.search(question)
    },
  }
}

/** An exact reference wins, else products with all the words. Null when there are none. */
async function search(ask: Ask, index: string, question: ProductQuestion): Promise<ProductAnswer | null> {
  const { query } = question
  if (query !== '' && queryWords(query).length === 0) return NOTHING_FOUND

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
  return null
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
