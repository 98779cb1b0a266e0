/** A stretch of numbers, both ends included; null is open. One number alone is a band of itself. */
export type Band = { from: number | null; to: number | null }

const NUMBER = String.raw`\d{1,9}(?:\.\d{1,4})?`
const ALONE = new RegExp(`^${NUMBER}$`)
const STRETCH = new RegExp(`^(${NUMBER})?-(${NUMBER})?$`)

/** `250-300`, `-300`, `250-` or `280`; anything else is no band. */
export function parseBand(text: string): Band | null {
  if (ALONE.test(text)) return { from: Number(text), to: Number(text) }
  const [, from, to] = STRETCH.exec(text) ?? []
  if (from === undefined && to === undefined) return null
  const band = { from: from === undefined ? null : Number(from), to: to === undefined ? null : Number(to) }
  return band.from !== null && band.to !== null && band.from > band.to ? null : band
}

export function bandToken({ from, to }: Band): string {
  return from === to && from !== null ? String(from) : `${from ?? ''}-${to ?? ''}`
}

/** Prices travel in euros and are compared in cents. */
export function parsePriceBand(text: string): Band | null {
  const band = parseBand(text)
  if (!band) return null
  const cents = (euros: number | null) => (euros === null ? null : Math.round(euros * 100))
  const inCents = { from: cents(band.from), to: cents(band.to) }
  return Math.max(inCents.from ?? 0, inCents.to ?? 0) > HIGHEST_PRICE ? null : inCents
}

export function priceToken({ from, to }: Band): string {
  const euros = (cents: number | null) => (cents === null ? null : cents / 100)
  return bandToken({ from: euros(from), to: euros(to) })
}

/** The largest number of cents that the database's integers hold. */
export const HIGHEST_PRICE = 2_147_483_647

/** Where one price band of the facet ends and the next begins, in cents. */
export const PRICE_STEPS = [1_000, 2_500, 5_000, 10_000, 20_000, 50_000] as const

/** The bands of the price facet, each up to the last cent before the next. */
export const PRICE_BANDS: readonly Band[] = [0, ...PRICE_STEPS].map((from, index) => {
  const next = PRICE_STEPS[index]
  return { from, to: next === undefined ? null : next - 1 }
})

export function priceBandOf(cents: number): number {
  return PRICE_STEPS.filter((step) => cents >= step).length
}

const MOST_SINGLE_VALUES = 8
const MOST_BANDS = 6

/**
 * The bands under which the values of a number attribute are offered: few values one by one, many in stretches of about
 * as many values each. They depend on the whole listing and not on what is chosen, so that they stay where they are.
 */
export function bandsOf(values: readonly number[]): Band[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const length = sorted.length <= MOST_SINGLE_VALUES ? 1 : Math.ceil(sorted.length / MOST_BANDS)
  const bands: Band[] = []
  for (let at = 0; at < sorted.length; at += length) {
    const stretch = sorted.slice(at, at + length)
    bands.push({ from: stretch.at(0) ?? null, to: stretch.at(-1) ?? null })
  }
  return bands
}

export function isInBand(value: number, { from, to }: Band): boolean {
  return (from === null || value >= from) && (to === null || value <= to)
}
