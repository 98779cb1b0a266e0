import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { customerKey, hasUsedUp } from './check-promo-code.server'
import { normalizePromoCode } from './promo-code'
import { promoCodes, promoRedemptions } from './promo-tables.server'

export type RedeemPromoCodeOutcome =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'used-up' | 'used-by-you' }

/**
 * Counts one use of a code for an order, in the transaction that places it. The update holds the code's row, so both
 * limits are true at the same time for however many orders.
 */
export async function redeemPromoCode(
  db: Database,
  { code, orderId, customer }: { code: string; orderId: string; customer: string },
): Promise<RedeemPromoCodeOutcome> {
  return inTransaction<RedeemPromoCodeOutcome>(db, async (tx) => {
    const isThisCode = eq(promoCodes.code, normalizePromoCode(code))
    const [promo] = await tx
      .update(promoCodes)
      .set({ uses: sql`${promoCodes.uses} + 1` })
      .where(and(isThisCode, or(isNull(promoCodes.maxUses), lt(promoCodes.uses, promoCodes.maxUses))))
      .returning()
    if (!promo) {
      const [known] = await tx.select({ id: promoCodes.id }).from(promoCodes).where(isThisCode)
      return { ok: false, reason: known ? 'used-up' : 'unknown' }
    }
    if (await hasUsedUp(tx, promo, customer)) return { ok: false, reason: 'used-by-you' }

    await tx
      .insert(promoRedemptions)
      .values({ orderId, promoCodeId: promo.id, customer: customerKey(customer) })
    return { ok: true }
  })
}
