import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ProductQuestion } from '../engine/product-search'
import { findRespelling } from '../postgres/spelling-queries.server'
import { queryWords, singular, tellingWords } from './query-words'
import { type RangeNames, rangesFirst } from './range-names'
import { readRangeNames } from './read-range-names.server'

type Shop = { db: Database; cache: Cache }

/** What a query's words are known to mean before products are asked for: their spelling, and the ranges they name. */
export async function readWords(
  shop: Shop,
  { query, language, mayGoOn = false }: { query: string; language: Language; mayGoOn?: boolean },
): Promise<Pick<ProductQuestion, 'rangesFirst' | 'respelt'>> {
  const names = await readRangeNames(shop, language)
  const words = tellingWords(queryWords(query), language)
  const respelt = await respell(shop.db, { words, language, names })
  return { respelt, rangesFirst: rangesFirst(respelt ?? words, names, { mayGoOn }) }
}

/**
 * Words that were written by ear, as the shop spells them; null where nothing is to be changed. The database is asked only
 * about words that name no range and no brand.
 */
export async function respell(
  db: Database,
  { words, language, names }: { words: readonly string[]; language: Language; names: RangeNames },
): Promise<string[] | null> {
  const isStrange = (word: string) =>
    /^[a-z]{3,}$/.test(word) && !names.words.has(singular(word)) && !names.brands.has(word)
  return words.some(isStrange) ? findRespelling(db, { language, words }) : null
}
