import {
  normalizeReference,
  queryWords,
  type ReferenceCandidate,
  referenceCandidates,
  tellingWords,
} from '../understanding/query-words'
import type { FoundDocuments, Meili, SearchQuery } from './meilisearch.server'
import { equals } from './meilisearch-filter'
import {
  firstOf,
  hitFrom,
  readAnswer,
  restOf,
  searchesFor,
  standsFirst,
  type Way,
} from './meilisearch-question'
import { NOTHING_FOUND, type ProductAnswer, type ProductFinder, type ProductQuestion } from './product-search'

type Ask = (queries: SearchQuery[]) => Promise<FoundDocuments[]>

/** What the shop's own spelling of misspelt words is, by their sound; null when they are spelt well or sound like nothing. */
export type Respell = (asked: {
  language: ProductQuestion['language']
  words: string[]
}) => Promise<string[] | null>

/**
 * Finds products with Meilisearch, in the index of the question's language. Words written by ear are respelt first, since
 * any word that looks near is near enough for it. What it does not find at all, another finder may read in its own way.
 */
export function meilisearchFinder(
  { meili, live }: { meili: Meili; live: (language: ProductQuestion['language']) => string },
  { otherwise, respell }: { otherwise: ProductFinder; respell: Respell },
): ProductFinder {
  return {
    async search(asked, deadline) {
      const ask: Ask = (queries) => meili.search(queries, deadline?.signal)
      const { language } = asked
      const index = live(language)
      const words = queryWords(asked.query)
      if (asked.query !== '' && words.length === 0) return NOTHING_FOUND
      // Both are asked at once: nearly all that is typed is spelt as the shop spells it.
      const [respelt, found] = await Promise.all([
        asked.respelt === undefined
          ? respell({ language, words: tellingWords(words, language) })
          : asked.respelt,
        searchStrictly(ask, index, asked),
      ])
      if (found && (!respelt || found.reference)) return found
      const question = respelt ? { ...asked, query: respelt.join(' ') } : asked
      return (
        (respelt && (await searchStrictly(ask, index, question))) ??
        found ??
        (await searchLoosely(ask, index, question)) ??
        otherwise.search(asked)
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
    const found = answers.splice(0, searches.length)
    const { answer, isMatch } = readAnswer(question, found)
    if (isMatch) return withFirstRanges(ask, { question, answer, searches, found })
  }
  return null
}

/**
 * Puts the ranges that were named before all others. Mostly they stand so already on the first page, and nothing more is
 * asked; on later ones what is left of the others depends on how many they have.
 */
async function withFirstRanges(
  ask: Ask,
  {
    question,
    answer,
    searches: [page],
    found: [shown],
  }: { question: ProductQuestion; answer: ProductAnswer; searches: SearchQuery[]; found: FoundDocuments[] },
): Promise<ProductAnswer> {
  if (!page || !shown || standsFirst(question, shown)) return answer
  const [first] = await ask([firstOf(page, question)])
  if (!first) return answer
  const rest = restOf(page, question, first)
  const [others] = rest ? await ask([rest]) : []
  return { ...answer, hits: [...first.hits, ...(others?.hits ?? [])].map(hitFrom) }
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
  const { answer } = await find(ask, index, { ...question, query: '', rangesFirst: [] }, way)
  return { ...answer, reference: typed }
}

/** Leaves out the words that no product has, then those that most products have, until some have the rest. */
async function searchLoosely(
  ask: Ask,
  index: string,
  question: ProductQuestion,
): Promise<ProductAnswer | null> {
  const all = tellingWords(queryWords(question.query), question.language)
  if (all.length < 2) return null
  // Numbers stand on everything: what has no more in common than one is no answer.
  const named = all.filter((word) => !/\d/.test(word))
  const words = named.length > 0 ? named : all
  const inNames = { attributesToSearchOn: NAMES }
  const alone = await ask(
    words.map((q) => ({
      indexUid: index,
      q,
      attributesToRetrieve: ['id'],
      page: 1,
      hitsPerPage: 0,
      ...inNames,
    })),
  )
  const known = words.filter((_, at) => (alone[at]?.totalHits ?? 0) > 0)
  if (known.length === 0) return null
  const matchingStrategy = known.length < words.length ? 'all' : 'frequency'
  for (const strategy of new Set([matchingStrategy, 'frequency'] as const)) {
    const change = { q: known.join(' '), matchingStrategy: strategy, ...inNames }
    const { answer, isMatch } = await find(ask, index, question, { base: [], change })
    if (isMatch) return { ...answer, isLoose: true }
  }
  return null
}

async function find(ask: Ask, index: string, question: ProductQuestion, way: Way) {
  const searches = searchesFor(index, question, way)
  const found = await ask(searches)
  const { answer, isMatch } = readAnswer(question, found)
  return { answer: await withFirstRanges(ask, { question, answer, searches, found }), isMatch }
}

/** Where what is found says what it is: not its description. */
const NAMES = ['name', 'rangeName', 'brandName', 'keywords', 'familyName']

const DIGITS_OF_A_REFERENCE = 4

/** All the words; or the beginning of a reference, with or without its spaces. */
function strictWays(query: string): Partial<SearchQuery>[] {
  const ways: Partial<SearchQuery>[] = [{ matchingStrategy: 'all' }]
  const compact = normalizeReference(query)
  if (compact.replace(/\D/g, '').length >= DIGITS_OF_A_REFERENCE && compact !== query)
    ways.push({ q: compact, attributesToSearchOn: ['references'] })
  return ways
}
