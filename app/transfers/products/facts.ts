import { tidyParagraphs, tidyText } from '~/text/typed-text'

/** What a column says of a product or of a variant: a text, a number, cents, a list, or nothing. */
export type Fact = string | number | readonly string[] | null

/** By the heading of the column in our own format: `name:fr`, `attribute:axle`, `price`. */
export type Facts = Record<string, Fact>

/** Facts that are compared without regard to their order. */
const UNORDERED = /^references:/

/** Facts that may have several lines. */
const PROSE = /^description:/

/**
 * Whether two facts say the same. What the one cleaning of texts takes away, and the type of a number, do not count: so a
 * file that went through a spreadsheet changes nothing.
 */
export function isSameFact(heading: string, one: Fact | undefined, other: Fact | undefined): boolean {
  if (one === other) return true
  return wordingOf(heading, one) === wordingOf(heading, other)
}

/** A fact in the words that it is compared by. */
export function wordingOf(heading: string, fact: Fact | undefined): string {
  if (fact === null || fact === undefined) return ''
  if (typeof fact === 'string') return PROSE.test(heading) ? tidyParagraphs(fact) : tidyText(fact)
  if (typeof fact === 'number') return String(fact)
  const parts = fact.map(tidyText).filter(Boolean)
  if (parts.length === 0) return ''
  return JSON.stringify(UNORDERED.test(heading) ? parts.toSorted() : parts)
}

export function isNothing(fact: Fact | undefined): boolean {
  return wordingOf('', fact) === ''
}

/** The attribute that a heading is about: `axle` of `attribute:axle` and of `option:axle`, or ''. */
export function keyOf(heading: string): string {
  if (heading.startsWith('attribute:')) return heading.slice(10)
  return heading.startsWith('option:') ? heading.slice(7) : ''
}
