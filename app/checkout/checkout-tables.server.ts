import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { carts } from '~/cart/cart-tables.server'
import type { PostalAddress } from '~/orders/postal-address'
import { isOneRecipient } from '~/platform/one-recipient.server'

/** What the shopper said so far on the way from cart to order. */
export const checkouts = pgTable(
  'checkouts',
  {
    cartId: uuid('cart_id')
      .primaryKey()
      .references(() => carts.id, { onDelete: 'cascade' }),
    email: text('email'),
    shippingAddress: jsonb('shipping_address').$type<PostalAddress>(),
    /** Null: the same as the shipping address. */
    billingAddress: jsonb('billing_address').$type<PostalAddress>(),
    deliveryMethod: text('delivery_method'),
    pickupPoint: text('pickup_point'),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [check('checkout_has_one_recipient', isOneRecipient(t.email))],
)

/** Whether the goods still go there, as far as methods and prices depend on it. */
export function isSentTo({ country, postcode, city }: PostalAddress) {
  const at = (part: string) => sql`${checkouts.shippingAddress} ->> ${part}`
  return sql`(${at('country')}, ${at('postcode')}, ${at('city')}) = (${country}, ${postcode}, ${city})`
}
