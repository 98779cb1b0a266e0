import { sql } from 'drizzle-orm'
import { isServed } from '~/delivery/delivery-queries.server'
import type { PostalAddress } from '~/orders/postal-address'
import { type Database, inTransaction } from '~/platform/db.server'
import { checkouts } from './checkout-tables.server'

export type AddressSaid = {
  cartId: string
  email: string
  shipping: PostalAddress
  /** Null: the bill goes where the goods go. */
  billing: PostalAddress | null
}

export type SaveAddressOutcome = { ok: true } | { ok: false; reason: 'not-served'; country: string }

/** Another country takes the chosen delivery back: methods and prices are those of a country. */
export async function saveAddress(
  db: Database,
  { cartId, email, shipping, billing }: AddressSaid,
): Promise<SaveAddressOutcome> {
  return inTransaction<SaveAddressOutcome>(db, async (tx) => {
    if (!(await isServed(tx, shipping.country)))
      return { ok: false, reason: 'not-served', country: shipping.country }

    const said = { email, shippingAddress: shipping, billingAddress: billing, changedAt: sql`now()` }
    const isSameCountry = sql`${checkouts.shippingAddress} ->> 'country' = ${shipping.country}`
    await tx
      .insert(checkouts)
      .values({ cartId, ...said })
      .onConflictDoUpdate({
        target: checkouts.cartId,
        set: {
          ...said,
          deliveryMethod: sql`case when ${isSameCountry} then ${checkouts.deliveryMethod} end`,
          pickupPoint: sql`case when ${isSameCountry} then ${checkouts.pickupPoint} end`,
        },
      })
    return { ok: true }
  })
}
