import { sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { isAmongTexts, textArray } from '~/platform/is-among.server'
import { soundOf } from '../documents/word-sounds.server'
import { singular, typosAllowed, typosBetween } from '../understanding/query-words'
import type { Spelling } from '../understanding/read-query'

const LOOKED_UP = 24
const LIKELIEST = 5

type Asked = { language: Language; words: readonly string[] }

/**
 * Asks the shop's own vocabulary which of these words it knows, and what the others were meant to be: first what sounds the
 * same, then what looks nearly the same.
 */
export async function findSpelling(db: Database, { language, words }: Asked): Promise<Spelling> {
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`)
  const { known, alike } = await findKnown(db, { language, words: [...words, ...pairs] })
  const isKnown = (word: string) => isSpeltSo(word, known, alike)
  const isHeard = (word: string) => (alike.get(word) ?? []).length > 0
  // A word with a digit is a size or part of a number: no other is near it.
  const misspelt = [...words, ...pairs].filter(
    (word) => typosAllowed(word) > 0 && !isKnown(word) && !isHeard(word),
  )
  const near = await findNear(db, { language, words: misspelt })
  // Two swapped letters change too many trigrams of a short word for it to be near.
  const closest = (word: string) =>
    alike.get(word) ??
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

/**
 * These words as the shop spells what sounds like them; null when it knows them all, or nothing that sounds so. The last
 * word counts as known when it begins one.
 */
export async function findRespelling(db: Database, { language, words }: Asked): Promise<string[] | null> {
  const spelt = speltIn(db)
  const keyOf = (word: string) => `${language} ${word}`
  if (words.every((word) => spelt.has(keyOf(word)))) return null
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`)
  const [{ known, alike }, begun] = await Promise.all([
    findKnown(db, { language, words: [...words, ...pairs] }),
    findBegun(db, { language, word: words.at(-1) ?? '' }),
  ])
  for (const word of words) if (known.has(word)) spelt.set(keyOf(word), true)
  const isKnown = (word: string) => word === begun || isSpeltSo(word, known, alike)
  const respelt: string[] = []
  for (let at = 0; at < words.length; at++) {
    const [word = '', next = ''] = words.slice(at)
    const pair = next && !(isKnown(word) && isKnown(next)) ? alike.get(word + next)?.[0] : undefined
    if (pair) at++
    respelt.push(pair ?? (isKnown(word) ? word : (alike.get(word)?.[0] ?? word)))
  }
  return respelt.join(' ') === words.join(' ') ? null : respelt
}

const MOST_SPELT = 20_000
const spelt = new WeakMap<Database, LRUCache<string, true>>()

/** Words that the shop is known to have: its vocabulary only grows, so that this stays true. */
function speltIn(db: Database): LRUCache<string, true> {
  const known = spelt.get(db) ?? new LRUCache<string, true>({ max: MOST_SPELT })
  spelt.set(db, known)
  return known
}

/** Whether the shop writes a word so. « Glasse » may be one of the "glasses", but it sounds like « glace ». */
function isSpeltSo(word: string, known: ReadonlySet<string>, alike: ReadonlyMap<string, unknown>): boolean {
  if (known.has(word) || known.has(singular(word))) return true
  return !alike.has(word) && formsOf(word).some((form) => known.has(form))
}

/** The word itself if any of the shop's begins with it, other than its plural: it may not be finished. */
async function findBegun(db: Database, { language, word }: { language: Language; word: string }) {
  if (!/^[a-z]+$/.test(word)) return null
  const rows = await db.execute(sql`
    select 1 from search_words where language = ${language} and word like ${`${word}%`}
      and word <> all(${textArray(formsOf(word))}) limit 1`)
  return rows.length > 0 ? word : null
}

/** Which words the shop has, in the singular or plural, and what sounds like each of the others. */
async function findKnown(db: Database, { language, words }: Asked) {
  const exact = words.flatMap((word) => [...formsOf(word), ...splits(word).flat(), ...swaps(word)])
  const sounds = new Map(words.map((word) => [word, soundOf(word)]))
  const rows = await db.execute<{ word: string; sound: string | null; isExact: boolean }>(sql`
    select known.word, known.sound, true as "isExact" from search_words known
    where known.language = ${language} and ${isAmongTexts(sql`known.word`, exact)}
    union all
    select known.word, known.sound, false from search_words known
    where known.language = ${language} and known.sound <> ''
      and ${isAmongTexts(
        sql`known.sound`,
        [...sounds.values()].filter((sound) => sound !== ''),
      )}`)
  const known = new Set(rows.flatMap(({ word, isExact }) => (isExact ? [word] : [])))
  const bySound = new Map<string | null, string[]>()
  for (const { word, sound, isExact } of rows)
    if (!isExact) bySound.set(sound, [...(bySound.get(sound) ?? []), word])
  const alike = new Map<string, string[]>()
  for (const [word, sound] of sounds) {
    const others = bySound.get(sound) ?? []
    const ownStem = singular(word)
    const isKnown = known.has(word) || known.has(ownStem)
    const different = others.filter((other) => singular(other) !== ownStem)
    if (different.length > 0 && !isKnown) alike.set(word, fewestTypos(word, different).slice(0, LIKELIEST))
  }
  return { known, alike }
}

async function findNear(db: Database, { language, words }: Asked): Promise<Map<string, string[]>> {
  if (words.length === 0) return new Map()
  const rows = await db.execute<{ sought: string; word: string }>(sql`
    select sought.word as sought, near.word
    from unnest(${textArray(words)}) sought(word)
    cross join lateral (
      select known.word from search_words known
      where known.language = ${language} and known.word % sought.word
      order by similarity(known.word, sought.word) desc, known.word limit ${LOOKED_UP}
    ) near`)
  const near = new Map<string, string[]>()
  for (const { sought, word } of rows) near.set(sought, [...(near.get(sought) ?? []), word])
  return near
}

/** A word in the singular and in the plural. */
function formsOf(word: string): string[] {
  const one = singular(word)
  return [...new Set([word, one, `${one}s`, `${one}x`])]
}

function fewestTypos(word: string, others: readonly string[]): string[] {
  return others
    .map((other) => ({ other, typos: typosBetween(singular(word), singular(other)) }))
    .toSorted((a, b) => a.typos - b.typos || a.other.length - b.other.length)
    .map(({ other }) => other)
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
