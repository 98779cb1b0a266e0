import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { isAmongTexts, textArray } from '~/platform/is-among.server'
import { isWrittenIn, type TextMatch } from '../documents/document-conditions.server'
import { MARK_BEGIN, MARK_END } from '../suggestions/marked-text'
import {
  normalizeReference,
  queryWords,
  referenceCandidates,
  tellingWords,
} from '../understanding/query-words'
import { readQuery, type SoughtPart } from '../understanding/read-query'
import { listSynonyms } from '../understanding/synonym-queries.server'
import { findSpelling } from './spelling-queries.server'

export type FoundMatch = { match: TextMatch; reference: string | null; isLoose: boolean }

type Sought = { language: Language; query: string; rangesFirst?: readonly string[] | undefined }

/**
 * An exact reference wins; else documents with all the words; else those with the most of them. Null when the query has
 * no word or the shop has none of them.
 */
export async function matchText(db: Database, sought: Sought): Promise<FoundMatch | null> {
  const found = await findMatch(db, sought)
  const { rangesFirst = [] } = sought
  if (!found || found.reference || rangesFirst.length === 0) return found
  const isFirst = sql`(${isAmongTexts(sql`d.range_slug`, rangesFirst)})::int`
  return { ...found, match: { ...found.match, rank: sql`${isFirst} * ${ABOVE_ALL} + ${found.match.rank}` } }
}

/** More than any rank. */
const ABOVE_ALL = sql.raw('1000')

async function findMatch(db: Database, sought: Sought): Promise<FoundMatch | null> {
  const reference = await findReference(db, sought)
  if (reference) return { ...reference, isLoose: false }

  const { language } = sought
  const words = tellingWords(queryWords(sought.query), language)
  if (words.length === 0) return null
  const [synonyms, spelling] = await Promise.all([
    listSynonyms(db, language),
    findSpelling(db, { language, words }),
  ])
  const parts = readQuery(words, { synonyms, spelling })
  const whole = tsquery(language, [strict(parts), ...partialReference(sought.query)].join(' | '))
  if (await hasDocument(db, language, whole))
    return {
      match: wordMatch(language, whole, ownWords(language, parts), words.join(' ')),
      reference: null,
      isLoose: false,
    }

  const loose = await looseMatch(db, language, parts)
  return loose && { match: loose, reference: null, isLoose: true }
}

async function findReference(db: Database, { language, query }: Sought) {
  const candidates = referenceCandidates(query)
  if (candidates.length === 0) return null
  const numbers = candidates.map(({ normalized }) => normalized)
  const [row] = await db.execute<{ found: string }>(sql`
    select found from product_documents d, unnest(d."references") found
    where ${isWrittenIn(language)} and d."references" && ${textArray(numbers)} and ${isAmongTexts(sql`found`, numbers)}
    order by length(found) desc limit 1`)
  const candidate = candidates.find(({ normalized }) => normalized === row?.found)
  if (!candidate) return null
  const match: TextMatch = {
    condition: sql`d."references" @> ${textArray([candidate.normalized])}`,
    // Not a plain 1: ordered by that, Postgres takes the first column.
    rank: sql`1::real`,
    markedName: sql`d.name`,
  }
  return { match, reference: candidate.typed }
}

const DIGITS_OF_A_REFERENCE = 4

/** What was typed may be the beginning of a reference, with or without its spaces. */
function partialReference(query: string): string[] {
  const compact = normalizeReference(query).toLowerCase()
  return compact.replace(/\D/g, '').length >= DIGITS_OF_A_REFERENCE ? [`'${compact}':*`] : []
}

function strict(parts: readonly SoughtPart[]): string {
  return parts.map(anyOf).join(' & ')
}

function anyOf({ own, others }: SoughtPart): string {
  return `(${[own, ...others].join(' | ')})`
}

function tsquery(language: Language, text: string): SQL {
  return sql`to_tsquery(${`words_${language}`}::regconfig, ${text})`
}

function ownWords(language: Language, parts: readonly SoughtPart[]): SQL {
  return tsquery(language, parts.map(({ own }) => `(${own})`).join(' & '))
}

/** Documents with all of these parts. */
export function tsqueryOf(language: Language, parts: readonly SoughtPart[]): SQL {
  return tsquery(language, strict(parts))
}

/** The same as a match, ranked by where the parts stand. */
export function matchOf(language: Language, parts: readonly SoughtPart[]): TextMatch {
  const query = tsqueryOf(language, parts)
  return {
    condition: sql`d.words @@ ${query}`,
    rank: sql`ts_rank(${WEIGHTS}, d.words, ${query})`,
    markedName: sql`d.name`,
  }
}

async function hasDocument(db: Database, language: Language, query: SQL): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from product_documents d where ${isWrittenIn(language)} and d.words @@ ${query} limit 1`)
  return rows.length > 0
}

// What the words stand in counts: description, keywords, brand and family, name and range.
const WEIGHTS = sql.raw(`'{0.05, 0.2, 0.5, 1}'::real[]`)

/** A part is sought by what it is called more often than by what it belongs to: the range's own name counts most. */
function wordMatch(language: Language, query: SQL, own: SQL, words: string): TextMatch {
  return {
    condition: sql`d.words @@ ${query}`,
    rank: sql`ts_rank(${WEIGHTS}, d.words, ${query}) + 2 * ts_rank(${WEIGHTS}, d.words, ${own})
      + similarity(d.range_name, ${words})`,
    markedName: marked(language, query),
  }
}

function marked(language: Language, query: SQL): SQL {
  const options = `StartSel=${MARK_BEGIN}, StopSel=${MARK_END}, HighlightAll=true`
  return sql`ts_headline(${`words_${language}`}::regconfig, d.name, ${query}, ${options})`
}

async function looseMatch(
  db: Database,
  language: Language,
  parts: readonly SoughtPart[],
): Promise<TextMatch | null> {
  // Numbers stand on everything: what has no more in common than one is no answer. Neither is a mention in a description.
  const named = parts.filter(({ own }) => !/\d/.test(own))
  const telling = (named.length > 0 ? named : parts).map(inNames)
  const some = tsquery(language, telling.join(' | '))
  const matched = sql`(${sql.join(
    telling.map((part) => sql`(d.words @@ ${tsquery(language, part)})::int`),
    sql` + `,
  )})`
  const [row] = await db.execute<{ most: number | null }>(sql`
    select max(${matched}) as most from product_documents d
    where ${isWrittenIn(language)} and d.words @@ ${some}`)
  if (!row?.most) return null
  return {
    condition: sql`(d.words @@ ${some} and ${matched} >= ${row.most}::int)`,
    rank: sql`ts_rank(${WEIGHTS}, d.words, ${tsquery(language, parts.map(anyOf).join(' | '))})`,
    markedName: marked(language, some),
  }
}

/** A part where it stands in a name, a range, a brand, a family or an attribute. */
function inNames(part: SoughtPart): string {
  return anyOf(part).replace(/'(:\*)?(?=[ )])/g, (end) => (end.includes(':') ? "':*ABC" : "':ABC"))
}
