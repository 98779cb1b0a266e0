import { asc, eq } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { wordsOf } from './query-words'
import type { SynonymGroup } from './read-query'
import { searchSynonyms } from './search-tables.server'

const MOST_GROUPS = 5_000

/** What means the same to shoppers, each phrase as the words that are compared. */
export async function listSynonyms(db: Database, language: Language): Promise<SynonymGroup[]> {
  const rows = await db
    .select({ words: searchSynonyms.words })
    .from(searchSynonyms)
    .where(eq(searchSynonyms.language, language))
    .orderBy(asc(searchSynonyms.id))
    .limit(MOST_GROUPS)
  return rows.map(({ words }) => words.map(phraseWords).filter((phrase) => phrase.length > 0))
}

/** « bougie d'allumage » is sought as "bougie allumage". */
function phraseWords(phrase: string): string[] {
  return wordsOf(phrase).filter((word) => word.length > 1 || /\p{N}/u.test(word))
}
