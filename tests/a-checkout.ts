import { addToCart } from '~/cart/cart-lines.server'
import { findCart } from '~/cart/cart-queries.server'
import { agreementOf } from '~/checkout/agreement.server'
import { findCheckout, priceCheckout } from '~/checkout/checkout-queries.server'
import { chooseDelivery } from '~/checkout/choose-delivery.server'
import type { OrderToPlace } from '~/checkout/place-order.server'
import { saveAddress } from '~/checkout/save-address.server'
import type { PostalAddress } from '~/orders/postal-address'
import type { Database } from '~/platform/db.server'
import { newToken } from '~/platform/ids.server'
import { anAddress } from './an-order'

type CheckoutFacts = {
  of: { id: number; quantity?: number }[]
  email?: string
  address?: PostalAddress
  openedFrom?: string
}

/** A cart whose shopper has said everything and now looks at the review page. Needs `openForBusiness`. */
export async function aCheckout(
  db: Database,
  { of, email = 'ines@example.fr', address = anAddress, openedFrom }: CheckoutFacts,
) {
  const token = newToken()
  for (const { id, quantity = 1 } of of) {
    const added = await addToCart(db, { token, openedFrom, variantId: id, quantity })
    if (!added.ok) throw new Error(`Not in the cart: ${added.reason}`)
  }
  const cart = await findCart(db, token)
  if (!cart) throw new Error('The cart is gone')
  await saveAddress(db, { cartId: cart.id, email, shipping: address, billing: null })
  const chosen = await chooseDelivery(db, {
    cart,
    checkout: await findCheckout(db, cart.id),
    method: 'home',
    pickupPoint: null,
    language: 'fr',
    level: null,
  })
  if (!chosen.ok) throw new Error(`Not delivered: ${chosen.reason}`)
  return { token, cart, wish: await agreedWish(db, token) }
}

/** What the shopper agrees to who has just looked at the review page. */
export async function agreedWish(db: Database, token: string): Promise<OrderToPlace> {
  const cart = await findCart(db, token)
  if (!cart) throw new Error('The cart is gone')
  const checkout = await findCheckout(db, cart.id)
  const priced = await priceCheckout(db, { cart, checkout, language: 'fr', level: null })
  return { cartId: cart.id, agreedTo: agreementOf(checkout, priced), language: 'fr', account: null }
}
