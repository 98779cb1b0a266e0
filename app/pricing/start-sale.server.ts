import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { variantPrices } from './price-tables.server'
import {
  changePrice,
  hasSaleAhead,
  isPrice,
  type NoPrice,
  type UnknownVariant,
} from './prices/change-price.server'

export type StartSaleOutcome =
  | { ok: true }
  | UnknownVariant
  | NoPrice
  | { ok: false; reason: 'wrong-price' | 'wrong-period' }
  | { ok: false; reason: 'not-below-base'; baseCents: number }
  | { ok: false; reason: 'sale-running'; until: Date | null }

/**
 * A price for everybody from a moment on, at once or planned; without an end until `endSale`. It takes the place of the
 * sale there is: so a running one is prolonged or lowered, and one that is planned cannot cut a running one short.
 */
export async function startSale(
  db: Database,
  {
    variantId,
    cents,
    now = new Date(),
    from = now,
    until = null,
  }: { variantId: number; cents: number; from?: Date; until?: Date | null; now?: Date },
): Promise<StartSaleOutcome> {
  return changePrice<StartSaleOutcome>(db, variantId, async (tx, stored) => {
    if (!isPrice(cents)) return { ok: false, reason: 'wrong-price' }
    if (until && (until <= from || until <= now)) return { ok: false, reason: 'wrong-period' }
    if (!stored) return { ok: false, reason: 'no-price' }
    const { baseCents, saleFrom, saleUntil } = stored
    if (cents >= baseCents) return { ok: false, reason: 'not-below-base', baseCents }
    const isRunning = hasSaleAhead(stored, now) && saleFrom !== null && saleFrom <= now
    if (isRunning && from > now) return { ok: false, reason: 'sale-running', until: saleUntil }

    await tx
      .update(variantPrices)
      .set({ saleCents: cents, saleFrom: from, saleUntil: until })
      .where(eq(variantPrices.variantId, variantId))
    return { ok: true }
  })
}
