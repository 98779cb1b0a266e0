import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { promoCodes, promoRedemptions } from './promo-tables.server'

/** A cancelled order used no code. Safe to call twice, and for an order that had none. */
export async function giveBackPromoCode(
  db: Database,
  { orderId }: { orderId: string },
): Promise<{ ok: true }> {
  return inTransaction(db, async (tx) => {
    const [redemption] = await tx
      .update(promoRedemptions)
      .set({ givenBackAt: sql`clock_timestamp()` })
      .where(and(eq(promoRedemptions.orderId, orderId), isNull(promoRedemptions.givenBackAt)))
      .returning({ promoCodeId: promoRedemptions.promoCodeId })
    if (redemption)
      await tx
        .update(promoCodes)
        .set({ uses: sql`${promoCodes.uses} - 1` })
        .where(eq(promoCodes.id, redemption.promoCodeId))
    return { ok: true as const }
  })
}
