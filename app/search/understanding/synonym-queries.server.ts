import { asc, eq } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { searchSynonyms } from '../search-tables.server'
import { queryWords, tellingWords } from './query-words'
import type { SynonymGroup } from './read-query'

const MOST_GROUPS = 5_000

/** What means the same to shoppers, as the staff wrote it: « bougie d'allumage ». */
export async function listSynonymPhrases(db: Database, language: Language): Promise<string[][]> {
  const rows = await db
    .select({ phrases: searchSynonyms.words })
    .from(searchSynonyms)
    .where(eq(searchSynonyms.language, language))
    .orderBy(asc(searchSynonyms.id))
    .limit(MOST_GROUPS)
  return rows.map(({ phrases }) => phrases)
}

/** The same, each phrase as the words that are compared: "bougie allumage". */
export async function listSynonyms(db: Database, language: Language): Promise<SynonymGroup[]> {
  const groups = await listSynonymPhrases(db, language)
  return groups.map((phrases) =>
    phrases.map((phrase) => tellingWords(queryWords(phrase), language)).filter((words) => words.length > 0),
  )
}
