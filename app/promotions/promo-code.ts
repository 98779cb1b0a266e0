import { shareOfCents, spreadCents } from '~/money/money'
import { cutText } from '~/text/cut-text'
import { tidyCode } from '~/text/typed-text'

/** How a code is written down, however it was typed or pasted: `ｗelcome 10` and `“WELCOME10”` are WELCOME10. */
export function normalizePromoCode(text: string): string {
  const unquoted = tidyCode(text).replace(/^["'`\s]+|["'`\s]+$/g, '')
  return cutText(unquoted.replaceAll(' ', '').toUpperCase(), 40)
}

export type PromoKind = 'percentage' | 'amount' | 'free-shipping'

/** Whether whoever gives the code pays nothing for delivery. */
export function freesDelivery({ kind }: { kind: PromoKind }): boolean {
  return kind === 'free-shipping'
}

export type DiscountableLine = { rangeId: number; totalCents: number }

/**
 * What each line costs less, to the cent. The parts add up to the discount, no line falls below zero, and lines of other
 * ranges than the code is for keep their price.
 */
export function shareDiscount(
  lines: readonly DiscountableLine[],
  { kind, value, rangeIds }: { kind: PromoKind; value: number | null; rangeIds: readonly number[] },
): number[] {
  const weights = lines.map((line) => (isForRange(line, rangeIds) ? line.totalCents : 0))
  const discountable = weights.reduce((sum, weight) => sum + weight, 0)
  if (discountable === 0) return weights
  return spreadCents(Math.min(discountOf(discountable, kind, value ?? 0), discountable), weights)
}

function discountOf(cents: number, kind: PromoKind, value: number): number {
  if (kind === 'percentage') return shareOfCents(cents, value)
  return kind === 'amount' ? value : 0
}

export function isForRange({ rangeId }: { rangeId: number }, rangeIds: readonly number[]): boolean {
  return rangeIds.length === 0 || rangeIds.includes(rangeId)
}
