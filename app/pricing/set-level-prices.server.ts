import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { levelPrices } from './price-tables.server'
import { changePrice, isPrice, type NoPrice, type UnknownVariant } from './prices/change-price.server'
import { isVipLevel } from './vip-level'

export type LevelPrice = { level: number; unitCents: number }

export type SetLevelPricesOutcome =
  | { ok: true }
  | UnknownVariant
  | NoPrice
  | { ok: false; reason: 'wrong-level' | 'same-level' | 'wrong-price'; level: number }
  | { ok: false; reason: 'not-decreasing'; level: number; belowCents: number }

/**
 * Replaces the prices of VIP customers; none takes them away. A level has the price of the level below it unless it has
 * one of its own, which is lower.
 */
export async function setLevelPrices(
  db: Database,
  { variantId, prices }: { variantId: number; prices: readonly LevelPrice[] },
): Promise<SetLevelPricesOutcome> {
  return changePrice<SetLevelPricesOutcome>(db, variantId, async (tx, stored) => {
    if (!stored) return { ok: false, reason: 'no-price' }
    const ordered = prices.toSorted((a, b) => a.level - b.level)
    const refusal = whatIsWrong(ordered, stored.baseCents)
    if (refusal) return refusal

    await tx.delete(levelPrices).where(eq(levelPrices.variantId, variantId))
    if (ordered.length > 0)
      await tx
        .insert(levelPrices)
        .values(ordered.map(({ level, unitCents }) => ({ variantId, level, unitCents })))
    return { ok: true }
  })
}

function whatIsWrong(ordered: readonly LevelPrice[], baseCents: number): SetLevelPricesOutcome | null {
  let before: LevelPrice = { level: 0, unitCents: baseCents }
  for (const { level, unitCents } of ordered) {
    if (!isVipLevel(level)) return { ok: false, reason: 'wrong-level', level }
    if (level === before.level) return { ok: false, reason: 'same-level', level }
    if (!isPrice(unitCents)) return { ok: false, reason: 'wrong-price', level }
    if (unitCents >= before.unitCents)
      return { ok: false, reason: 'not-decreasing', level, belowCents: before.unitCents }
    before = { level, unitCents }
  }
  return null
}
