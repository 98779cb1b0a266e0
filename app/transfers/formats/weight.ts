import type { Weight } from './foreign-format'
import { type Read, readNumber } from './read-values'

const POUND_GRAMS = 453.592_37
const GRAMS: Record<string, number> = {
  g: 1,
  kg: 1000,
  lb: POUND_GRAMS,
  lbs: POUND_GRAMS,
  oz: POUND_GRAMS / 16,
}

/** What a weight is in whole grams. A figure whose unit nobody named is no weight. */
export function readGrams({ figure, unit }: Weight): Read<number | null> {
  const grams = GRAMS[unit.toLowerCase()]
  if (figure === '' || grams === undefined) return { value: null }
  const read = readNumber(figure)
  if ('reason' in read) return read
  return read.value < 0 ? { reason: 'negative' } : { value: Math.round(read.value * grams) }
}

export const isUnitKnown = (unit: string) => unit.toLowerCase() in GRAMS
