import { readTypedPrice } from '~/money/typed-price'
import { cutText } from '~/text/cut-text'
import { isInvisible, tidyCode } from '~/text/typed-text'
import { type Band, HIGHEST_PRICE } from './bands'

/** A bound of the price that was typed by hand and is not filtered by, since nobody can say what it means. */
export type UnreadBound = { typed: string; reason: 'two-meanings' | 'not-a-price' }

const LONGEST_SHOWN = 30
const ENDS = ['price-from', 'price-to'] as const

/** The lowest and highest price that were typed, either way round: `price-from=20&price-to=49,90`. */
export function typedBand(params: URLSearchParams): Band | null {
  const [from = null, to = null] = ENDS.map((name) => {
    const bound = readBound(params.get(name))
    return bound && 'cents' in bound ? bound.cents : null
  })
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

export function unreadBounds(params: URLSearchParams): UnreadBound[] {
  return ENDS.flatMap((name) => {
    const bound = readBound(params.get(name))
    return bound && 'reason' in bound ? [bound] : []
  })
}

function readBound(text: string | null): { cents: number } | UnreadBound | null {
  if (text === null || isInvisible(text)) return null
  const typed = cutText(tidyCode(cutText(text, 10 * LONGEST_SHOWN)), LONGEST_SHOWN)
  const read = readTypedPrice(typed)
  if ('cents' in read && read.cents >= 0 && read.cents <= HIGHEST_PRICE) return read
  return { typed, reason: 'reason' in read && read.reason === 'two-meanings' ? read.reason : 'not-a-price' }
}
