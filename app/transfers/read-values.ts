import { type DayEdge, readDay, readInstant } from '~/i18n/days'
import type { Problem } from './problems'

export type Read<Value> = { value: Value } | { reason: Problem['reason'] }

const DEAREST_CENTS = 100_000_000
const MOST = 2_000_000_000

const PRICES = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  // With separated thousands. `1,234` alone could be either: it needs its cents.
  /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/,
  /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/,
  /^(\d{1,3}(?:[.,]\d{3}){2,})$/,
]

/** `12.90`, `12,90`, `1 234,50 €`, `1.234,50`, `1,234.50`. */
export function readCents(cell: string): Read<number> {
  const plain = withoutZeros(cell.replace(/[\s\u00a0\u202f'’]|€|EUR$/gi, ''))
  if (/^-/.test(plain)) return { reason: 'price-not-positive' }
  if (isScientific(plain)) return { reason: 'scientific-notation' }
  const match = PRICES.map((price) => price.exec(plain)).find(Boolean)
  if (!match) return { reason: 'not-a-price' }
  const [, whole = '', cents = ''] = match
  const value = Number(whole.replace(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'))
  if (value <= 0) return { reason: 'price-not-positive' }
  return value > DEAREST_CENTS ? { reason: 'too-large' } : { value }
}

/** Programs write `12.9000`: zeros after the cents say nothing. */
function withoutZeros(price: string): string {
  return price.replace(/^(\d+[.,]\d{2})0+$/, '$1')
}

/** A whole number that is not negative: pieces, grams. `3,0` and `3.00` are whole. */
export function readCount(cell: string): Read<number> {
  const plain = cell.replace(/[\s\u00a0\u202f]/g, '').replace(/[.,]0+$/, '')
  if (/^-\d+$/.test(plain)) return { reason: 'negative' }
  if (isScientific(plain)) return { reason: 'scientific-notation' }
  if (!/^\d+$/.test(plain)) return { reason: 'not-a-number' }
  return Number(plain) > MOST ? { reason: 'too-large' } : { value: Number(plain) }
}

export function readNumber(cell: string): Read<number> {
  const plain = cell.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (!/^-?\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(plain)) return { reason: 'not-a-number' }
  return { value: Number(plain) }
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

const YES = new Set(['1', 'yes', 'true', 'y', 'oui', 'vrai', 'avec', 'with'])
const NO = new Set(['0', 'no', 'false', 'n', 'non', 'faux', 'sans', 'without'])

export function readYesNo(cell: string): Read<boolean> {
  const plain = cell.toLowerCase()
  if (YES.has(plain)) return { value: true }
  return NO.has(plain) ? { value: false } : { reason: 'not-yes-or-no' }
}

/** What spreadsheets make of long numbers: `4.00656E+12`. The digits are lost, so it is never guessed. */
export function isScientific(cell: string): boolean {
  return /^\d([.,]\d+)?e\+\d+$/i.test(cell.trim())
}
