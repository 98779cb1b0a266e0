import { eq } from 'drizzle-orm'
import { findOrderedCart, listCartLines, type OpenCart } from '~/cart/cart-queries.server'
import { type PricedCart, priceCart } from '~/cart/price-cart.server'
import type { Language } from '~/i18n/language'
import { findOrderOfCart } from '~/orders/order-queries.server'
import type { PostalAddress } from '~/orders/postal-address'
import type { Destination } from '~/places/place-of'
import type { Database } from '~/platform/db.server'
import { checkouts } from './checkout-tables.server'

export type Checkout = typeof checkouts.$inferSelect

const NOTHING_SAID = {
  email: null,
  shippingAddress: null,
  billingAddress: null,
  deliveryMethod: null,
  pickupPoint: null,
}

/** What the shopper said so far; before the first word, nothing. */
export async function findCheckout(db: Database, cartId: string): Promise<Checkout> {
  const [checkout] = await db.select().from(checkouts).where(eq(checkouts.cartId, cartId))
  return checkout ?? { ...NOTHING_SAID, cartId, changedAt: new Date() }
}

/** The cart at the prices of the chosen destination and delivery. */
export async function priceCheckout(
  db: Database,
  {
    cart,
    checkout,
    language,
    level,
  }: { cart: OpenCart; checkout: Checkout; language: Language; level: number | null },
): Promise<PricedCart> {
  return priceCart(db, {
    lines: await listCartLines(db, cart.id),
    ...(checkout.shippingAddress ? destinationOf(checkout.shippingAddress) : { country: cart.country }),
    promoCode: cart.promoCode,
    deliveryMethod: checkout.deliveryMethod,
    customer: checkout.email,
    level,
    language,
  })
}

/** What an open cart's page needs to know: whose it is, by what was said in the checkout or else by the account, and where it goes. */
export async function findSaidOfCart(
  db: Database,
  { cart, account }: { cart: OpenCart | null; account: { email: string } | null },
): Promise<{ customer: string | null; address: Destination | null }> {
  const owner = account?.email ?? null
  if (!cart) return { customer: owner, address: null }
  const { email, shippingAddress } = await findCheckout(db, cart.id)
  return { customer: email ?? owner, address: shippingAddress && destinationOf(shippingAddress) }
}

/** What taxes and prices of an address depend on. */
export function destinationOf({ country, postcode, city }: PostalAddress): Destination {
  return { country, postcode, city }
}

/** What the price of a delivery depends on, apart from where it goes. */
export function parcelOf({ weightGrams, itemsCents, discountCents }: PricedCart) {
  return { weightGrams, itemsCents: itemsCents - discountCents }
}

/** The order that the visitor's cart became: the way back to it from an old tab or by the back button. */
export async function findOrderOfToken(db: Database, token: string) {
  const cart = await findOrderedCart(db, token)
  return cart ? findOrderOfCart(db, cart.id) : null
}
