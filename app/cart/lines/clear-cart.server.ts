import { eq } from 'drizzle-orm'
import { releaseReservations } from '~/inventory/release-reservations.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { cartLines, carts } from '../cart-tables.server'
import { lockCart } from './lock-cart.server'
import type { ChangeCartOutcome } from './remove-cart-line.server'

/** Empties the cart, its promo code included. */
export async function clearCart(db: Database, { cartId }: { cartId: string }): Promise<ChangeCartOutcome> {
  return inTransaction<ChangeCartOutcome>(db, async (tx) => {
    if (!(await lockCart(tx, cartId))) return { ok: false, reason: 'already-ordered' }
    await tx.delete(cartLines).where(eq(cartLines.cartId, cartId))
    await tx.update(carts).set({ promoCode: null }).where(eq(carts.id, cartId))
    await releaseReservations(tx, { holder: 'cart', holderId: cartId })
    return { ok: true }
  })
}
