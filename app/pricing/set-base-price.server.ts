import type { Database } from '~/platform/db.server'
import { variantPrices } from './price-tables.server'
import {
  changePrice,
  hasSaleAhead,
  isPrice,
  NO_SALE,
  type UnknownVariant,
} from './prices/change-price.server'

export type SetBasePriceOutcome =
  | { ok: true }
  | UnknownVariant
  | { ok: false; reason: 'wrong-price' }
  | { ok: false; reason: 'not-above-sale'; saleCents: number }

/** What everybody pays without a reduction. A variant gets its first price here, and with it is for sale. */
export async function setBasePrice(
  db: Database,
  { variantId, baseCents, now = new Date() }: { variantId: number; baseCents: number; now?: Date },
): Promise<SetBasePriceOutcome> {
  return changePrice<SetBasePriceOutcome>(db, variantId, async (tx, stored) => {
    if (!isPrice(baseCents)) return { ok: false, reason: 'wrong-price' }
    const isSaleAhead = stored !== null && hasSaleAhead(stored, now)
    const saleCents = isSaleAhead ? stored.saleCents : null
    if (saleCents !== null && saleCents >= baseCents)
      return { ok: false, reason: 'not-above-sale', saleCents }

    const price = isSaleAhead ? { baseCents } : { baseCents, ...NO_SALE }
    await tx
      .insert(variantPrices)
      .values({ variantId, ...price })
      .onConflictDoUpdate({ target: variantPrices.variantId, set: price })
    return { ok: true }
  })
}
