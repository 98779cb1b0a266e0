import { sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { textArray } from './document-conditions.server'
import { singular, typosAllowed, typosBetween } from './query-words'
import type { Spelling } from './read-query'

const LOOKED_UP = 24
const LIKELIEST = 5

/** Asks the shop's own vocabulary which of these words it knows, and what the others were meant to be. */
export async function findSpelling(
  db: Database,
  { language, words }: { language: Language; words: readonly string[] },
): Promise<Spelling> {
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`)
  // A word with a digit is a size or part of a number: no other is near it.
  const misspelt = [...words, ...pairs].filter((word) => typosAllowed(word) > 0)
  const exact = [...pairs, ...words.flatMap((word) => [word, ...splits(word).flat(), ...swaps(word)])]
  const rows = await db.execute<{ sought: string; word: string }>(sql`
    select sought.word as sought, near.word
    from unnest(${textArray(misspelt)}) sought(word)
    cross join lateral (
      select known.word from search_words known
      where known.language = ${language} and known.word % sought.word
      order by similarity(known.word, sought.word) desc, known.word limit ${LOOKED_UP}
    ) near
    union all
    select '', known.word from search_words known
    where known.language = ${language} and known.word = any(${textArray(exact)})`)

  const near = new Map<string, Set<string>>()
  for (const { sought, word } of rows) near.set(sought, (near.get(sought) ?? new Set()).add(word))
  const known = near.get('') ?? new Set()
  const isKnown = (word: string) =>
    known.has(word) || [...(near.get(word) ?? [])].some((other) => singular(other) === singular(word))
  // Two swapped letters change too many trigrams of a short word for it to be near.
  const closest = (word: string) =>
    nearest(word, [...(near.get(word) ?? []), ...swaps(word).filter((swapped) => known.has(swapped))])

  return {
    meant(word) {
      if (isKnown(word)) return []
      const meant = closest(word).map((known) => [known])
      return meant.length > 0 ? meant : splits(word).filter((halves) => halves.every(isKnown))
    },
    asOneWord(first, second) {
      const pair = `${first}${second}`
      if (first === '' || second === '') return []
      if (isKnown(pair)) return [pair]
      return isKnown(first) && isKnown(second) ? [] : closest(pair)
    },
  }
}

/** The known words that a misspelt one is no more typos away from than its length allows; the fewest first. */
function nearest(word: string, known: readonly string[]): string[] {
  const most = typosAllowed(word)
  return [...new Set(known)]
    .map((candidate) => ({ candidate, typos: typosBetween(singular(word), singular(candidate)) }))
    .filter(({ typos }) => typos <= most)
    .sort((a, b) => a.typos - b.typos)
    .slice(0, LIKELIEST)
    .map(({ candidate }) => candidate)
}

/** The word with each two of its neighbouring letters swapped. */
function swaps(word: string): string[] {
  if (word.length < SHORTEST_SWAPPED || word.length > LONGEST_WORD) return []
  return Array.from(
    word.slice(1),
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  )
}

const SHORTEST_HALF = 2
const SHORTEST_SWAPPED = 4
const LONGEST_WORD = 30

/** The ways to read one word as two: « 10w40 » is "10w 40". */
function splits(word: string): string[][] {
  if (word.length > LONGEST_WORD) return []
  const ways: string[][] = []
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++)
    ways.push([word.slice(0, at), word.slice(at)])
  return ways
}
