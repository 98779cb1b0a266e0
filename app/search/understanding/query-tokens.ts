import { withoutAccents } from './query-words'

/** A word of a query, with where it stands among them. `isSize` is part of a measure and names no vehicle. */
export type Token = { text: string; isSize: boolean }

const WORD = /\d+[.,]\d+|[\p{L}\p{N}]+/gu

/** Tyres, oils, bulbs, lengths and currents: numbers that say what a part is like. */
const SIZES = [
  /\b\d{3}\s*[/ ]\s*\d{2}\s*[/ ]?\s*z?r?\s*\d{2}\b/g,
  /\b\d{1,2}\s*w\s*-?\s*\d{2}\b/g,
  /\b(?:h|hb|d|g)\d{1,2}[a-z]?\s*(?=\b(?:ampoule|lampe|bulb|led|xenon))/g,
  /\b(?:w|p|r|c|wy|py|hb)\d{1,2}\/?\d?w\b/g,
  /\b\d+(?:[.,]\d+)?\s*(?:mm|cm|ah|v|w|nm|kg|ml|litres?)\b/g,
  /\b\d{2,4}\s*a\b/g,
  /\bdot\s*\d(?:[.,]\d)?\b/g,
  /\bobd\s*\d?\b/g,
  /\br\s?1[3-9]\b|\br\s?2[0-2]\b/g,
  /\bm\d{1,2}\s*[x×]\s*\d+(?:[.,]\d+)?\b/g,
  /\bh(?:1|3|4|7|8|9|11|15|16|18|19)\b/g,
]

/** The words of a query as vehicles are looked for among them: « 1.4 » stays one word. */
export function queryTokens(query: string): Token[] {
  const text = withoutAccents(query)
  const sizes = SIZES.flatMap((size) =>
    [...text.matchAll(size)].map(({ index, 0: found }) => ({ from: index, to: index + found.length })),
  )
  return [...text.matchAll(WORD)].map(({ index, 0: found }) => ({
    text: found.replace(',', '.'),
    isSize: sizes.some(({ from, to }) => index >= from && index + found.length <= to),
  }))
}
