import { eq, sql } from 'drizzle-orm'
import { setCartCountry } from '~/cart/set-cart-country.server'
import { isServed } from '~/delivery/delivery-queries.server'
import type { PostalAddress } from '~/orders/postal-address'
import { type Place, placeOf } from '~/places/place-of'
import { type Database, inTransaction } from '~/platform/db.server'
import { checkouts } from './checkout-tables.server'

export type AddressSaid = {
  cartId: string
  email: string
  shipping: PostalAddress
  /** Null: the bill goes where the goods go. */
  billing: PostalAddress | null
}

export type SaveAddressOutcome = { ok: true } | { ok: false; reason: 'not-served'; place: Place }

/**
 * Another place takes the chosen delivery back: methods and prices are those of a place. From now on the cart, too, shows
 * what is paid there.
 */
export async function saveAddress(
  db: Database,
  { cartId, email, shipping, billing }: AddressSaid,
): Promise<SaveAddressOutcome> {
  const place = placeOf(shipping)
  return inTransaction<SaveAddressOutcome>(db, async (tx) => {
    if (!(await isServed(tx, place))) return { ok: false, reason: 'not-served', place }
    await setCartCountry(tx, { cartId, country: shipping.country })

    const [before] = await tx.select().from(checkouts).where(eq(checkouts.cartId, cartId)).for('update')
    const staysThere = before?.shippingAddress && placeOf(before.shippingAddress) === place
    const said = { email, shippingAddress: shipping, billingAddress: billing, changedAt: sql`now()` }
    await tx
      .insert(checkouts)
      .values({ cartId, ...said })
      .onConflictDoUpdate({
        target: checkouts.cartId,
        set: { ...said, ...(staysThere ? {} : { deliveryMethod: null, pickupPoint: null }) },
      })
    return { ok: true }
  })
}
