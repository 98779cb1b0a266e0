import { singular } from './query-words'

/** One thing that is sought, in the notation of `to_tsquery`: as it was typed, and whatever means the same. */
export type SoughtPart = { own: string; others: string[] }

/** Phrases that mean the same, each as its words. */
export type SynonymGroup = string[][]

/** What the shop's vocabulary knows of the words of a query. */
export type Spelling = {
  /** What an unknown word was likely meant to be; each of several words to be found together. */
  meant: (word: string) => string[][]
  /** Two words that the shop writes as one. */
  asOneWord: (first: string, second: string) => string[]
}

/** Makes parts of words: with their synonyms, their likeliest spellings, and neighbours that are written as one. */
export function readQuery(
  words: readonly string[],
  { synonyms, spelling }: { synonyms: readonly SynonymGroup[]; spelling: Spelling },
): SoughtPart[] {
  const parts: SoughtPart[] = []
  for (let from = 0; from < words.length; ) {
    const found = longestPhrase(synonyms, words, from)
    const isLong = found !== undefined && found.length > 1
    const joined = isLong ? [] : spelling.asOneWord(words[from] ?? '', words[from + 1] ?? '')
    const phrase = joined.length > 0 ? undefined : found
    const length = phrase?.length ?? (joined.length > 0 ? 2 : 1)
    const typed = words.slice(from, from + length)
    from += length

    const mayGoOn = from >= words.length
    parts.push({
      own: typed.map((word, index) => term(word, mayGoOn && index === typed.length - 1)).join(' & '),
      others: [
        ...(phrase?.means ?? []).map(together),
        ...joined.map((word) => term(word)),
        ...(length === 1 ? spelling.meant(typed[0] ?? '') : []).map(together),
      ],
    })
  }
  return parts
}

/** A word for `to_tsquery`, of letters and digits only; one that may go on finds what begins with it. */
function term(word: string, mayGoOn = false): string {
  return mayGoOn && word.length > 1 ? `'${word}':*` : `'${word}'`
}

function together(words: readonly string[]): string {
  return `(${words.map((word) => term(word)).join(' & ')})`
}

/** The longest run of words from here that has synonyms, with what else it means. */
function longestPhrase(groups: readonly SynonymGroup[], words: readonly string[], from: number) {
  let length = 0
  let means: string[][] = []
  for (const group of groups)
    for (const phrase of group) {
      if (phrase.length < Math.max(length, 1) || !standsAt(phrase, words, from)) continue
      if (phrase.length > length) means = []
      length = phrase.length
      means.push(...group.filter((other) => other !== phrase))
    }
  return length > 0 ? { length, means } : undefined
}

function standsAt(phrase: readonly string[], words: readonly string[], from: number): boolean {
  return phrase.every((word, index) => singular(word) === singular(words[from + index] ?? ''))
}
