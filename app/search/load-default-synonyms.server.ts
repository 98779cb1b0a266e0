import { sql } from 'drizzle-orm'
import { LANGUAGES } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { searchSynonyms } from './search-tables.server'
import { DEFAULT_SYNONYMS } from './understanding/default-synonyms'

/** Gives a new shop the words to begin with; a shop that has any keeps its own. */
export async function loadDefaultSynonyms(db: Database): Promise<void> {
  const rows = LANGUAGES.flatMap((language) =>
    DEFAULT_SYNONYMS[language].map((words) => ({ language, words })),
  )
  const [known] = await db.select({ one: sql`1` }).from(searchSynonyms).limit(1)
  if (!known) await db.insert(searchSynonyms).values(rows)
}
