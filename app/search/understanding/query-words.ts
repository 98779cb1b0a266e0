import type { Language } from '~/i18n/language'

/** The words of a text as they are compared: lower case, without accents, split at all punctuation. */
export function wordsOf(text: string): string[] {
  return withoutAccents(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' }

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøł]/g, (ligature) => LIGATURES[ligature] ?? ligature)
}

const MOST_WORDS = 12

/** Words that stand in every name and tell none apart. */
export const STOP_WORDS: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    'a à au aux avec ce ces d dans de des du en et l la le les ou par pour sans sur un une'.split(' '),
  ),
  en: new Set('a an and at by for from in of on or the to with'.split(' ')),
}

/** A phrase without its stop words, unless it has no others. */
export function tellingWords(words: readonly string[], language: Language): string[] {
  const telling = words.filter((word) => !STOP_WORDS[language].has(word))
  return telling.length > 0 ? telling : [...words]
}

/** The words of a query that can find something: what is left of « l'huile à moteur » is « huile moteur ». */
export function queryWords(query: string): string[] {
  const words = wordsOf(query)
  const telling = words.filter((word) => word.length > 1 || /\p{N}/u.test(word))
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS)
}

/** A reference as it is stored for comparing: letters and digits only, in capitals. */
export function normalizeReference(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

export type ReferenceCandidate = { normalized: string; typed: string }

const SHORTEST_REFERENCE = 4
const LONGEST_REFERENCE = 40
const MOST_PIECES = 16

/**
 * Every run of neighbouring pieces that may be a reference, whatever its spacing: of « disque 0 986 479 B58 » also
 * « 0 986 479 B58 ». The longest come first. A reference has a digit in it.
 */
export function referenceCandidates(query: string): ReferenceCandidate[] {
  const pieces = query.split(/\s+/).filter(Boolean).slice(0, MOST_PIECES)
  const candidates = new Map<string, ReferenceCandidate>()
  for (let length = pieces.length; length > 0; length--)
    for (let start = 0; start + length <= pieces.length; start++) {
      const typed = pieces.slice(start, start + length).join(' ')
      const normalized = normalizeReference(typed)
      const isFit = normalized.length >= SHORTEST_REFERENCE && normalized.length <= LONGEST_REFERENCE
      if (isFit && /\d/.test(normalized) && !candidates.has(normalized))
        candidates.set(normalized, { normalized, typed })
    }
  return [...candidates.values()].sort((a, b) => b.normalized.length - a.normalized.length)
}

const DIGITS_OF_A_REFERENCE = 4

/** Whether a number stands among words that may be printed on a part. */
export function mayBeReference(words: readonly string[]): boolean {
  return referenceCandidates(words.join(' ')).some(
    ({ normalized }) => normalized.replace(/\D/g, '').length >= DIGITS_OF_A_REFERENCE,
  )
}

/** How many letters must be changed, added, left out or swapped with their neighbour to make one word the other. */
export function typosBetween(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1))
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return at(last, other.length)
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

/** Short words must be spelt right, middling ones may have one typo, long ones two. */
export function typosAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
}

/** A word without the ending that most plurals have. */
export function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word
}
