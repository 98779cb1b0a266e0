import { tidyCode } from '~/text/typed-text'
import { readTypedNumber } from './typed-number'

export type TypedPrice =
  | { cents: number }
  | { reason: 'not-a-price' | 'two-meanings' | 'scientific-notation' }

const CURRENCY = /^(?:€|eur)\s*|\s*(?:€|eur|euros?)$/gi
/** `12€50`, as prices are written on French markets. */
const BETWEEN = /^(\d+)\s*€\s*(\d{2})$/
/** `20,-`: no cents. */
const NO_CENTS = /[.,]-+$/

/**
 * The one reader of prices that people and programs write, in euros: `1 234,50 €`, `€1,234.50`, `1.234,50`, `12€50`. Thousands
 * may stand apart in any way; `1,500` alone could be either and is not guessed. Zeros after the cents say nothing.
 */
export function readTypedPrice(typed: string): TypedPrice {
  const plain = tidyCode(typed).replace(BETWEEN, '$1,$2').replace(CURRENCY, '').replace(NO_CENTS, '')
  const read = readTypedNumber(plain)
  if (!read.isClear) return { reason: read.reason === 'not-a-number' ? 'not-a-price' : read.reason }
  const cents = read.decimals.replace(/0+$/, '')
  if (cents.length > 2) return { reason: 'not-a-price' }
  const value = Number(read.whole) * 100 + Number(cents.padEnd(2, '0'))
  return { cents: read.isNegative ? -value : value }
}
