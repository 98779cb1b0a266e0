export type StockLine = { variantId: number; quantity: number }

export type NotEnoughStock = { ok: false; reason: 'not-enough-stock'; variantId: number; available: number }

/** Two lines may ask for one variant: what counts is their sum. */
export function sumPerVariant(lines: readonly StockLine[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { variantId, quantity } of lines) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
  return sums
}
