import { sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { soundOf } from '../documents/word-sounds.server'
import { NO_FILTERS } from '../listing-filters'
import type { ProductSearch } from '../open-product-search.server'
import { divideQuery, type NamedVehicle } from './divide-query'
import type { PartWords } from './named-in-query'
import { STOP_WORDS, singular } from './query-words'
import { type MeantRanges, meantRanges, phraseAt, type RangeNames } from './range-names'
import { readRangeNames } from './read-range-names.server'
import { readVehicleVocabulary } from './read-vehicle-vocabulary.server'
import { respell } from './read-words.server'

type Shop = { db: Database; cache: Cache; productSearch: ProductSearch }

/** A query that names a vehicle, and perhaps a part for it. */
export type UnderstoodQuery = {
  vehicle: NamedVehicle
  /** The words beside the vehicle's, and the ranges they name; null where they name none. */
  partWords: string[]
  part: MeantRanges | null
}

/** Null when the words name no vehicle. Nearly all is asked of what is kept in memory. */
export async function understandQuery(
  shop: Shop,
  { query, language, mayGoOn = false }: { query: string; language: Language; mayGoOn?: boolean },
): Promise<UnderstoodQuery | null> {
  const [vehicles, names] = await Promise.all([readVehicleVocabulary(shop), readRangeNames(shop, language)])
  const { vehicle, part } = divideQuery(query, { vehicles, parts: partWordsOf(names, language), mayGoOn })
  if (!vehicle) return null
  const partWords = (await respell(shop.db, { words: part, language, names })) ?? part
  const known = partWords.length > 0 ? meantRanges(partWords, names, { mayGoOn }) : null
  const meant = known ?? (partWords.length > 0 ? await askSearch(shop, { partWords, language, names }) : null)
  return { vehicle, partWords, part: meant }
}

function partWordsOf(names: RangeNames, language: Language): PartWords {
  const isStopWord = (word: string) => STOP_WORDS[language].has(word)
  return {
    phraseAt: (words, from) => phraseAt(words, from, names, isStopWord),
    has: (word) => names.words.has(singular(word)),
    knows: (word) => names.words.has(singular(word)) || names.brands.has(word),
    begins: (word) => [...names.words].some((one) => one.startsWith(word)),
    soundOf,
  }
}

/** Words that are no range's name may be misspelt, or name its products: the range of what they find best. */
async function askSearch(
  { db, productSearch }: Shop,
  { partWords, language, names }: { partWords: string[]; language: Language; names: RangeNames },
): Promise<MeantRanges | null> {
  const { hits, isLoose, reference } = await productSearch.search({
    language,
    query: partWords.join(' '),
    filters: NO_FILTERS,
    sort: 'relevance',
    page: 1,
    perPage: 1,
    facets: [],
  })
  const [first] = hits
  if (!first || isLoose || reference) return null
  const [row] = await db.execute<{ rangeId: number }>(sql`
    select range_id as "rangeId" from product_documents
    where product_id = ${first.productId} and language = ${language}`)
  const range = names.ranges.find(({ id }) => id === row?.rangeId)
  return range ? { ranges: [range], alsoMeant: [], rest: [], isWhole: false } : null
}
