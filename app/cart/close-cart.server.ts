import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { inOrder } from '~/platform/in-order.server'
import { listCartLines } from './cart-queries.server'
import { carts } from './cart-tables.server'

export type CloseCartOutcome =
  | {
      ok: true
      lines: { variantId: number; quantity: number }[]
      country: string
      promoCode: string | null
      openedFrom: string | null
    }
  | { ok: false; reason: 'empty' | 'already-ordered' }

/** The first step of placing an order, in its transaction: from here on the cart changes no more. */
export async function closeCart(
  db: Database,
  { cartId, now = new Date() }: { cartId: string; now?: Date },
): Promise<CloseCartOutcome> {
  return inTransaction<CloseCartOutcome>(db, async (tx) => {
    const closing = tx
      .update(carts)
      .set({ orderedAt: now, changedAt: sql`clock_timestamp()` })
      .where(and(eq(carts.id, cartId), isNull(carts.orderedAt)))
      .returning({ country: carts.country, promoCode: carts.promoCode, openedFrom: carts.openedFrom })
    const [[cart], lines] = await inOrder(closing, listCartLines(tx, cartId))
    if (!cart) return { ok: false, reason: 'already-ordered' }
    if (lines.length === 0) return { ok: false, reason: 'empty' }
    return {
      ok: true,
      lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
      country: cart.country,
      promoCode: cart.promoCode,
      openedFrom: cart.openedFrom,
    }
  })
}
