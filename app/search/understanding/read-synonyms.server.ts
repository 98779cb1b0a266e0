import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { SynonymGroup } from './read-query'
import { listSynonyms } from './synonym-queries.server'

/** What means the same to shoppers, five minutes old at most. */
export function readSynonyms(
  { db, cache }: { db: Database; cache: Cache },
  language: Language,
): Promise<SynonymGroup[]> {
  return cache.remember({
    key: `search:synonyms:${language}`,
    seconds: 300,
    read: () => listSynonyms(db, language),
  })
}
