import { type Database, inTransaction } from '~/platform/db.server'
import { listCartLines } from '../cart-queries.server'
import { lockCart } from './lock-cart.server'
import { removeLine } from './remove-cart-line.server'
import { type SetLineOutcome, setLine } from './set-line.server'

export type ChangeCartLineOutcome = SetLineOutcome | { ok: false; reason: 'already-ordered' | 'not-in-cart' }

/** Gives a line of the cart another quantity; nought removes it. */
export async function changeCartLine(
  db: Database,
  {
    cartId,
    variantId,
    quantity,
    level,
    now,
  }: { cartId: string; variantId: number; quantity: number; level?: number | null; now?: Date },
): Promise<ChangeCartLineOutcome> {
  return inTransaction<ChangeCartLineOutcome>(db, async (tx) => {
    const cart = await lockCart(tx, cartId)
    if (!cart) return { ok: false, reason: 'already-ordered' }
    const lines = await listCartLines(tx, cartId)
    if (!lines.some((line) => line.variantId === variantId)) return { ok: false, reason: 'not-in-cart' }
    if (quantity === 0) {
      await removeLine(tx, { cartId, variantId })
      const unitsInAll = lines.reduce(
        (sum, line) => sum + (line.variantId === variantId ? 0 : line.quantity),
        0,
      )
      return { ok: true, quantity: 0, unitsInAll }
    }
    return setLine(tx, { cart, variantId, quantityFrom: () => quantity, level, now })
  })
}
