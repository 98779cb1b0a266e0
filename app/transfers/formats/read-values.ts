import { type DayEdge, readDay, readInstant } from '~/i18n/days'
import { numberOf, readTypedNumber } from '~/money/typed-number'
import { readTypedPrice } from '~/money/typed-price'
import { tidyCode } from '~/text/typed-text'
import type { Problem } from '../problems'
import { plainHeading } from './own-columns'

export type Read<Value> = { value: Value } | { reason: Problem['reason'] }

const DEAREST_CENTS = 100_000_000
const MOST = 2_000_000_000

/** A price above nothing, as `readTypedPrice` reads it. */
export function readCents(cell: string): Read<number> {
  const read = readTypedPrice(cell)
  if ('reason' in read) return read
  if (read.cents <= 0) return { reason: 'price-not-positive' }
  return read.cents > DEAREST_CENTS ? { reason: 'too-large' } : { value: read.cents }
}

/** A whole number that is not negative: pieces, grams. `3,0` and `3.00` are whole. */
export function readCount(cell: string): Read<number> {
  const read = readTypedNumber(cell)
  if (!read.isClear) return { reason: read.reason }
  if (!/^0*$/.test(read.decimals)) return { reason: 'not-a-number' }
  const value = Number(read.whole)
  if (read.isNegative && value > 0) return { reason: 'negative' }
  return value > MOST ? { reason: 'too-large' } : { value }
}

/** A measure. It reads back what an export wrote, and programs write very small ones as `1e-7`. */
export function readNumber(cell: string): Read<number> {
  if (/^-?\d+(\.\d+)?e[+-]?\d{1,3}$/i.test(cell) && Number.isFinite(Number(cell)))
    return { value: Number(cell) }
  const read = readTypedNumber(cell)
  return read.isClear ? { value: numberOf(read) } : { reason: read.reason }
}

/** A measure as text that can be read one way only: `1.234` is written `1.2340`. */
export function numberText(value: number): string {
  const text = String(value)
  return readTypedNumber(text).isClear || /e/.test(text) ? text : `${text}0`
}

/** A moment, or one end of a bare day: the sale that lasts until the 25th is over when the 26th begins. */
export function readMoment(cell: string, edge: DayEdge): Read<string> {
  const moment = readInstant(cell, edge)
  return moment ? { value: moment.toISOString() } : { reason: 'not-a-date' }
}

/** A day: `2006-03-01`. */
export function readDate(cell: string): Read<string> {
  const day = readDay(cell)
  return day ? { value: day } : { reason: 'not-a-date' }
}

/** Spreadsheets write true and false in their own language when they save a table again. */
const YES = new Set(
  '1 yes true y oui vrai avec with wahr ja verdadero verdadeiro vero waar prawda sand'.split(' '),
)
const NO = new Set(
  '0 no false n non faux sans without falsch nein falso onwaar nee fałsz falsk nej'.split(' '),
)

export function readYesNo(cell: string): Read<boolean> {
  const plain = tidyCode(cell).toLowerCase()
  if (YES.has(plain)) return { value: true }
  return NO.has(plain) ? { value: false } : { reason: 'not-yes-or-no' }
}

/** One of some words, however it is written, or another word for one. */
export function readWord<Word extends string>(
  words: readonly Word[],
  aliases: Record<string, Word>,
  text: string,
): Read<Word> {
  const plain = plainHeading(text).replaceAll('_', '-')
  const word = words.find((known) => known === plain) ?? aliases[plain]
  return word ? { value: word } : { reason: 'not-a-choice' }
}
