import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { queryWords, singular, tellingWords } from './query-words'
import { type RangeNames, rangesFirst } from './range-names'
import { readRangeNames } from './read-range-names.server'
import { findRespelling } from './spelling-queries.server'

type Shop = { db: Database; cache: Cache }

/** The ranges that a query names, by whatever it calls them: what they have is shown before what goes with it. */
export async function findRangesFirst(
  shop: Shop,
  { query, language, mayGoOn = false }: { query: string; language: Language; mayGoOn?: boolean },
): Promise<string[]> {
  const names = await readRangeNames(shop, language)
  const words = await asTheShopSpells(shop.db, {
    words: tellingWords(queryWords(query), language),
    language,
    names,
  })
  return rangesFirst(words, names, { mayGoOn })
}

/** Words that were written by ear, as the shop spells them. The database is asked only about words that name no range. */
export async function asTheShopSpells(
  db: Database,
  { words, language, names }: { words: string[]; language: Language; names: RangeNames },
): Promise<string[]> {
  const isStrange = (word: string) => /^[a-z]{3,}$/.test(word) && !names.words.has(singular(word))
  if (!words.some(isStrange)) return words
  return (await findRespelling(db, { language, words })) ?? words
}
