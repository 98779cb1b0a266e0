import { eq } from 'drizzle-orm'
import { isServed } from '~/delivery/delivery-queries.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { carts } from './cart-tables.server'
import { lockCart } from './changes/lock-cart.server'

export type SetCartCountryOutcome = { ok: true } | { ok: false; reason: 'already-ordered' | 'not-served' }

/** Where the parcel would go: delivery is estimated for it before the address is known. */
export async function setCartCountry(
  db: Database,
  { cartId, country }: { cartId: string; country: string },
): Promise<SetCartCountryOutcome> {
  return inTransaction<SetCartCountryOutcome>(db, async (tx) => {
    if (!(await lockCart(tx, cartId))) return { ok: false, reason: 'already-ordered' }
    if (!(await isServed(tx, country))) return { ok: false, reason: 'not-served' }
    await tx.update(carts).set({ country }).where(eq(carts.id, cartId))
    return { ok: true }
  })
}
