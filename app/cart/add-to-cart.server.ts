import { type Database, inTransaction } from '~/platform/db.server'
import { lockOrOpenCart } from './lines/lock-cart.server'
import { type SetLineOutcome, setLine } from './lines/set-line.server'

export type AddToCartOutcome = SetLineOutcome | { ok: false; reason: 'already-ordered' }

/**
 * Puts units of a variant into the cart of a token, on top of those already there, and keeps them aside. The first
 * addition makes the cart; a refused one makes none.
 */
export async function addToCart(
  db: Database,
  {
    token,
    openedFrom = null,
    variantId,
    quantity,
    level,
    now,
  }: {
    token: string
    openedFrom?: string | null
    variantId: number
    quantity: number
    level?: number | null
    now?: Date
  },
): Promise<AddToCartOutcome> {
  return inTransaction<AddToCartOutcome>(db, async (tx) => {
    const cart = await lockOrOpenCart(tx, { token, openedFrom })
    if (!cart) return { ok: false, reason: 'already-ordered' }
    return setLine(tx, { cart, variantId, quantityFrom: (before) => before + quantity, level, now })
  })
}
