import { asc, eq } from 'drizzle-orm'
import { cartLines } from '~/cart/cart-tables.server'
import { type PricedCart, priceCart } from '~/cart/price-cart.server'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { checkouts } from './checkout-tables.server'

export type Checkout = typeof checkouts.$inferSelect

/** What the shopper said so far; before the first word, nothing. */
export async function findCheckout(db: Database, cartId: string): Promise<Checkout> {
  const [checkout] = await db.select().from(checkouts).where(eq(checkouts.cartId, cartId))
  return checkout ?? { ...NOTHING_SAID, cartId, changedAt: new Date() }
}

const NOTHING_SAID = {
  email: null,
  shippingAddress: null,
  billingAddress: null,
  deliveryMethod: null,
  pickupPoint: null,
}

export type Payable = { id: string; country: string; promoCode: string | null }

type ToPrice = { cart: Payable; checkout: Checkout; language: Language; level: number | null }

/** The cart at the prices of the chosen destination and delivery. */
export async function priceCheckout(
  db: Database,
  { cart, checkout, language, level }: ToPrice,
): Promise<PricedCart> {
  const lines = await db
    .select({ variantId: cartLines.variantId, quantity: cartLines.quantity })
    .from(cartLines)
    .where(eq(cartLines.cartId, cart.id))
    .orderBy(asc(cartLines.addedAt), asc(cartLines.variantId))
    .limit(200)
  return priceCart(db, {
    lines,
    country: checkout.shippingAddress?.country ?? cart.country,
    promoCode: cart.promoCode,
    deliveryMethod: checkout.deliveryMethod,
    customer: checkout.email,
    level,
    language,
  })
}
