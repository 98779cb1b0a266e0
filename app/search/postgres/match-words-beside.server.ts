import { sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import type { TextMatch } from '../documents/document-conditions.server'
import { readQuery, type SynonymGroup } from '../understanding/read-query'
import { matchOf, tsqueryOf } from './text-match.server'

const AS_TYPED = { meant: () => [], asOneWord: () => [] }

export type RestMatch = { match: TextMatch | undefined; unknown: string[] }

/**
 * What was typed beside a range's name (« h7 », « avant », « bosch ») as a condition on its products. Words that none of them
 * has narrow nothing and are told.
 */
export async function matchWordsBeside(
  db: Database,
  {
    rest,
    rangeId,
    language,
    synonyms,
  }: { rest: readonly string[]; rangeId: number; language: Language; synonyms: readonly SynonymGroup[] },
): Promise<RestMatch> {
  if (rest.length === 0) return { match: undefined, unknown: [] }
  const parts = readQuery(rest, { synonyms, spelling: AS_TYPED })
  const known = await Promise.all(
    parts.map(async (part) => {
      const [row] = await db.execute<{ some: boolean }>(sql`
        select exists (select 1 from product_documents d where d.language = ${language}
          and d.range_id = ${rangeId} and d.words @@ ${tsqueryOf(language, [part])}) as some`)
      return row?.some ?? false
    }),
  )
  const kept = parts.filter((_, at) => known[at])
  return {
    match: kept.length > 0 ? matchOf(language, kept) : undefined,
    unknown: parts.flatMap(({ own }, at) => (known[at] ? [] : [own.replace(/[':*&() ]+/g, ' ').trim()])),
  }
}
