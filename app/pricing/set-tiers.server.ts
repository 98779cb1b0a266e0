import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import type { PriceTier } from './price-columns.server'
import { priceTiers } from './price-tables.server'
import { changePrice, isPrice, type NoPrice, type UnknownVariant } from './prices/change-price.server'

export type SetTiersOutcome =
  | { ok: true }
  | UnknownVariant
  | NoPrice
  | { ok: false; reason: 'wrong-price' | 'wrong-quantity' | 'same-quantity'; fromQuantity: number }
  | { ok: false; reason: 'not-decreasing'; fromQuantity: number; belowCents: number }
  | { ok: false; reason: 'too-many-tiers'; most: number }

const MOST_TIERS = 20
const LARGEST_QUANTITY = 100_000

/** Replaces the prices by quantity; none takes them away. Each is below the one before it, the first below the base price. */
export async function setTiers(
  db: Database,
  { variantId, tiers }: { variantId: number; tiers: readonly PriceTier[] },
): Promise<SetTiersOutcome> {
  return changePrice<SetTiersOutcome>(db, variantId, async (tx, stored) => {
    if (!stored) return { ok: false, reason: 'no-price' }
    if (tiers.length > MOST_TIERS) return { ok: false, reason: 'too-many-tiers', most: MOST_TIERS }
    const ordered = tiers.toSorted((a, b) => a.fromQuantity - b.fromQuantity)
    const refusal = whatIsWrong(ordered, stored.baseCents)
    if (refusal) return refusal

    await tx.delete(priceTiers).where(eq(priceTiers.variantId, variantId))
    if (ordered.length > 0)
      await tx
        .insert(priceTiers)
        .values(ordered.map(({ fromQuantity, unitCents }) => ({ variantId, fromQuantity, unitCents })))
    return { ok: true }
  })
}

function whatIsWrong(ordered: readonly PriceTier[], baseCents: number): SetTiersOutcome | null {
  let before: PriceTier = { fromQuantity: 1, unitCents: baseCents }
  for (const { fromQuantity, unitCents } of ordered) {
    const isQuantity = Number.isInteger(fromQuantity) && fromQuantity >= 2 && fromQuantity <= LARGEST_QUANTITY
    if (!isQuantity) return { ok: false, reason: 'wrong-quantity', fromQuantity }
    if (fromQuantity === before.fromQuantity) return { ok: false, reason: 'same-quantity', fromQuantity }
    if (!isPrice(unitCents)) return { ok: false, reason: 'wrong-price', fromQuantity }
    if (unitCents >= before.unitCents)
      return { ok: false, reason: 'not-decreasing', fromQuantity, belowCents: before.unitCents }
    before = { fromQuantity, unitCents }
  }
  return null
}
