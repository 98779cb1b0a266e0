import { LANGUAGES, type Language } from '~/i18n/language'
import { singular, tellingWords, wordsOf } from './query-words'
import type { SynonymGroup } from './read-query'

/** Telling words in the singular, and the one that says what the thing is: « pompe » à eau, water "pump". */
export type RangeName = { words: readonly string[]; head: string }

export type NamedRange = {
  id: number
  slug: string
  name: string
  family: { slug: string; name: string }
  /** Everything it is called. */
  names: readonly RangeName[]
  size: number
}

/** The ranges of the shop by what they are called, and all the words that this takes. */
export type RangeNames = {
  ranges: readonly NamedRange[]
  words: ReadonlySet<string>
  /** Words of brands: no range is called so. */
  brands: ReadonlySet<string>
  /** The ranges that each word stands in a name of. */
  byWord: ReadonlyMap<string, readonly NamedRange[]>
  /** Names of more than one word, by their first. */
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>
}

export type ShopRange = {
  id: number
  slug: string
  name: string
  family: { slug: string; name: string }
  /** Its names in the shop's languages. */
  written: readonly { language: Language; name: string }[]
  size: number
}

const MOST_NAMES = 40

export function rangeNames(
  ranges: readonly ShopRange[],
  {
    synonyms,
    language,
    brands = [],
  }: { synonyms: readonly SynonymGroup[]; language: Language; brands?: readonly string[] },
): RangeNames {
  const groups = synonyms.map((group) => group.map(inSingular))
  const named = ranges.map(({ written, ...range }) => {
    const names = LANGUAGES.flatMap((one) => {
      const own = written.flatMap(({ language, name }) => (language === one ? calledIn(name, one) : []))
      return withSynonyms(own, one === language ? groups : []).map((words) => ({
        words,
        head: headOf(words, one),
      }))
    })
    return { ...range, names: names.slice(0, MOST_NAMES) }
  })
  const all = [...named.flatMap(({ names }) => names.map(({ words }) => words)), ...groups.flat()]
  const phrases = new Map<string, string[][]>()
  for (const phrase of all) {
    const [first = ''] = phrase
    if (phrase.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), [...phrase]])
  }
  const families = ranges.flatMap(({ family }) => tellingWords(wordsOf(family.name), language))
  return {
    ranges: named,
    brands: new Set(brands.flatMap(wordsOf)),
    words: new Set([...all.flat(), ...families.map(singular)]),
    byWord: byWord(named),
    phrases,
  }
}

function byWord(ranges: readonly NamedRange[]): Map<string, NamedRange[]> {
  const found = new Map<string, NamedRange[]>()
  for (const range of ranges)
    for (const word of new Set(range.names.flatMap(({ words }) => words)))
      found.set(word, [...(found.get(word) ?? []), range])
  return found
}

/** A name, and what stands in it between brackets: « Filtre à particules (FAP) ». */
function calledIn(name: string, language: Language): string[][] {
  const [own = name, aside = ''] = name.split(/[()]/)
  return [own, aside]
    .map((text) => inSingular(tellingWords(wordsOf(text), language)))
    .filter((words) => words.length > 0)
}

/** French begins with what a thing is, English ends with it. */
function headOf(words: readonly string[], language: Language): string {
  return (language === 'fr' ? words.at(0) : words.at(-1)) ?? ''
}

function inSingular(words: readonly string[]): string[] {
  return words.map(singular)
}

/** A name that stands in a group of synonyms is as good as any other of the group; so is a part of a name. */
function withSynonyms(own: readonly string[][], groups: readonly string[][][]): string[][] {
  const names = new Map(own.map((name) => [keyOf(name), name]))
  for (const group of groups)
    if (group.some((phrase) => own.some((name) => keyOf(name) === keyOf(phrase))))
      for (const phrase of group) names.set(keyOf(phrase), phrase)
  for (const name of own)
    for (const group of groups)
      for (const phrase of group) {
        const at = placeOf(phrase, name)
        if (at < 0 || phrase.length === name.length) continue
        for (const other of group) {
          const said = [...new Set([...name.slice(0, at), ...other, ...name.slice(at + phrase.length)])]
          names.set(keyOf(said), said)
        }
      }
  return [...names.values()].filter((name) => name.length > 0)
}

const keyOf = (words: readonly string[]) => words.join(' ')

function placeOf(phrase: readonly string[], name: readonly string[]): number {
  for (let at = 0; at + phrase.length <= name.length; at++)
    if (phrase.every((word, index) => name[at + index] === word)) return at
  return -1
}

export type MeantRanges = {
  /** Those that the words name equally well, the fullest first. */
  ranges: NamedRange[]
  /** Those whose longer names have as many of the words. */
  alsoMeant: NamedRange[]
  /** The words that their names do not have. */
  rest: string[]
  /** Whether the words are the whole name of a range. */
  isWhole: boolean
}

/** Which ranges the words name. Null when they name none. `mayGoOn`: the last word may not be finished. */
export function meantRanges(
  words: readonly string[],
  { byWord }: Pick<RangeNames, 'byWord'>,
  { mayGoOn = false }: { mayGoOn?: boolean } = {},
): MeantRanges | null {
  const sought = inSingular(words)
  const last = sought.length - 1
  const begun = mayGoOn ? (sought[last] ?? '') : ''
  const isBegun = (word: string) => begun.length > 2 && word.startsWith(begun)
  const said = new Set([...sought, ...[...byWord.keys()].filter(isBegun)])
  const isSaid = (word: string) => said.has(word)
  const scored = [...new Set([...said].flatMap((word) => byWord.get(word) ?? []))].flatMap((range) => {
    const best = bestOf(range.names, isSaid)
    return best ? [{ range, ...best, said: best.words.filter(isSaid).length }] : []
  })
  const top = Math.max(...scored.map(({ score }) => score))
  const meant = scored.filter(({ score }) => score === top)
  const [first] = meant
  if (!first) return null
  const covered = first.words.filter(isSaid)
  const rest = sought.filter((word, at) => !isCovered(word, first.words, mayGoOn && at === last))
  // One word in common with a long name names nothing: « capteur de pluie » is no other sensor.
  const isWhole = covered.length === first.words.length
  if (!isSaid(first.head) && !isWhole && covered.length < 2 && sought.length > 1) return null
  return {
    ranges: meant.map(({ range }) => range).toSorted(fullestFirst),
    alsoMeant: scored
      .filter(({ score, said, head }) => score < top && said === covered.length && isSaid(head))
      .map(({ range }) => range)
      .toSorted(fullestFirst),
    rest,
    isWhole,
  }
}

/** The name that the words fit best. */
function bestOf(names: readonly RangeName[], isSaid: (word: string) => boolean) {
  let best: (RangeName & { score: number }) | null = null
  for (const name of names) {
    const score = scoreOf(name, isSaid)
    if (score > (best?.score ?? 0)) best = { ...name, score }
  }
  return best
}

function fullestFirst(one: NamedRange, other: NamedRange): number {
  return other.size - one.size
}

/** More ranges than words that name one can mean: « frein » is said of a whole family. */
const MOST_MEANT = 4

/** The ranges that come first where these words are sought; none where the words are said of many. */
export function rangesFirst(
  words: readonly string[],
  names: RangeNames,
  options: { mayGoOn?: boolean } = {},
): string[] {
  const { ranges = [] } = meantRanges(words, names, options) ?? {}
  return ranges.length <= MOST_MEANT ? ranges.map(({ slug }) => slug) : []
}

function isCovered(word: string, name: readonly string[], mayGoOn: boolean): boolean {
  return name.some((one) => one === word || (mayGoOn && word.length > 2 && one.startsWith(word)))
}

/** The more words of a name are said the better; its head says what the thing is, and a whole name most of all. */
function scoreOf({ words, head }: RangeName, isSaid: (word: string) => boolean): number {
  const said = words.filter(isSaid).length
  if (said === 0) return 0
  const isWhole = said === words.length
  return said * 10 + (isWhole ? 6 : 0) + (isSaid(head) ? 3 : 0) - (words.length - said)
}

/** How many words from here on are one name of several words; words that tell nothing may stand between. */
export function phraseAt(
  words: readonly string[],
  from: number,
  { phrases }: Pick<RangeNames, 'phrases'>,
  isStopWord: (word: string) => boolean,
): number {
  let longest = 1
  for (const phrase of phrases.get(singular(words[from] ?? '')) ?? []) {
    let at = from
    let said = 0
    while (at < words.length && said < phrase.length) {
      if (singular(words[at] ?? '') === phrase[said]) said++
      else if (!isStopWord(words[at] ?? '')) break
      at++
    }
    if (said === phrase.length) longest = Math.max(longest, at - from)
  }
  return longest
}
