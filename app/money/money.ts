/** Whole minor units of a currency. Never a float. */
export type Money = { cents: number; currency: 'EUR' }

/** `euros(12.5)` is 1250 cents; for tests and settings, where people write euros. */
export function euros(amount: number): Money {
  return { cents: Math.round(amount * 100), currency: 'EUR' }
}

export function isSameMoney(one: Money, other: Money): boolean {
  return one.cents === other.cents && one.currency === other.currency
}

/** A rate in hundredths of a percent: 20 % is 2000, 5.5 % is 550. */
export type BasisPoints = number

const WHOLE = 10_000

/** A rate of an amount, rounded half up; a negative amount gives exactly the opposite, as credit notes need. */
export function shareOfCents(cents: number, rate: BasisPoints): number {
  return roundedQuotient(cents, rate, WHOLE)
}

/** The part of a price that is tax, when the price includes it: 120.00 at 20 % holds 20.00. */
export function taxWithinCents(centsWithTax: number, rate: BasisPoints): number {
  return roundedQuotient(centsWithTax, rate, WHOLE + rate)
}

/** Spreads an amount over weights so that the parts add up to it; the largest remainders take the odd cents. */
export function spreadCents(cents: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum <= 0) return weights.map((_, index) => (index === 0 ? cents : 0))

  const sign = cents < 0 ? -1 : 1
  const amount = Math.abs(cents)
  const parts = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight)
    return { index, floor: Number(product / BigInt(sum)), remainder: Number(product % BigInt(sum)) }
  })
  let left = amount - parts.reduce((total, part) => total + part.floor, 0)
  for (const part of [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break
    part.floor += 1
    left -= 1
  }
  return parts.map((part) => (part.floor === 0 ? 0 : sign * part.floor))
}

function roundedQuotient(cents: number, numerator: number, denominator: number): number {
  const sign = cents < 0 ? -1n : 1n
  const product = sign * BigInt(cents) * BigInt(numerator)
  const rounded = (2n * product + BigInt(denominator)) / (2n * BigInt(denominator))
  return Number(sign * rounded)
}
