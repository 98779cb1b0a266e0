import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { variantPrices } from './price-tables.server'
import { changePrice, hasSaleAhead, NO_SALE, type UnknownVariant } from './prices/change-price.server'

export type EndSaleOutcome = { ok: true } | UnknownVariant | { ok: false; reason: 'no-sale' }

/** Ends the running sale at once, or calls the planned one off. */
export async function endSale(
  db: Database,
  { variantId, now = new Date() }: { variantId: number; now?: Date },
): Promise<EndSaleOutcome> {
  return changePrice<EndSaleOutcome>(db, variantId, async (tx, stored) => {
    if (!stored || !hasSaleAhead(stored, now)) return { ok: false, reason: 'no-sale' }
    await tx.update(variantPrices).set(NO_SALE).where(eq(variantPrices.variantId, variantId))
    return { ok: true }
  })
}
