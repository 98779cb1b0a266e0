import { and, eq } from 'drizzle-orm'
import { releaseReservations } from '~/inventory/release-reservations.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { cartLines } from '../cart-tables.server'
import { lockCart } from './lock-cart.server'

export type ChangeCartOutcome = { ok: true } | { ok: false; reason: 'already-ordered' }

/** Takes a line out and gives its goods back to the others. Harmless when it is not there any more. */
export async function removeCartLine(
  db: Database,
  { cartId, variantId }: { cartId: string; variantId: number },
): Promise<ChangeCartOutcome> {
  return inTransaction<ChangeCartOutcome>(db, async (tx) => {
    if (!(await lockCart(tx, cartId))) return { ok: false, reason: 'already-ordered' }
    await removeLine(tx, { cartId, variantId })
    return { ok: true }
  })
}

/** For commands that hold the cart already. */
export async function removeLine(
  tx: Database,
  { cartId, variantId }: { cartId: string; variantId: number },
): Promise<void> {
  await tx.delete(cartLines).where(and(eq(cartLines.cartId, cartId), eq(cartLines.variantId, variantId)))
  await releaseReservations(tx, { holder: 'cart', holderId: cartId, variantIds: [variantId] })
}
