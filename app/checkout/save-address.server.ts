import { sql } from 'drizzle-orm'
import { isServed } from '~/delivery/delivery-queries.server'
import type { PostalAddress } from '~/orders/postal-address'
import type { Database } from '~/platform/db.server'
import { checkouts, isSentTo } from './checkout-tables.server'

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
  const { country } = shipping
  if (!(await isServed(db, country))) return { ok: false, reason: 'not-served', country }

  const said = { email, shippingAddress: shipping, billingAddress: billing, changedAt: sql`now()` }
  await db
    .insert(checkouts)
    .values({ cartId, ...said })
    .onConflictDoUpdate({
      target: checkouts.cartId,
      set: {
        ...said,
        deliveryMethod: sql`case when ${isSentTo(country)} then ${checkouts.deliveryMethod} end`,
        pickupPoint: sql`case when ${isSentTo(country)} then ${checkouts.pickupPoint} end`,
      },
    })
  return { ok: true }
}
