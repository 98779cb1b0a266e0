import { applyPromoCode, removePromoCode } from '~/cart/apply-promo-code.server'
import { addToCart } from '~/cart/cart-lines.server'
import { findCart } from '~/cart/cart-queries.server'
import { changeCart } from '~/cart/change-cart.server'
import { readCart } from '~/cart/read-cart.server'
import type { Database } from '~/platform/db.server'
import { newToken } from '~/platform/ids.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { aCheckout, agreedWish } from '../../tests/a-checkout'
import { aVariant } from '../../tests/a-shop'
import { anAddress } from '../../tests/an-order'
import { openForBusiness } from '../../tests/open-for-business'
import { expect, test } from '../../tests/shop-test'
import { findCheckout, findSaidOfCart, priceCheckout } from './checkout-queries.server'
import { placeOrder } from './place-order.server'
import { saveAddress } from './save-address.server'
import { summaryOf } from './summary.server'

test('who has used a code before is told in the checkout why it takes nothing off', async ({ db }) => {
  await openForBusiness(db)
  await createPromoCode(db, { code: 'HELLO', kind: 'percentage', value: 1000, maxUsesPerCustomer: 1 })
  const disc = await aVariant(db, { onHand: 10 })
  const first = await aCheckout(db, { of: [disc] })
  await applyPromoCode(db, { cartId: first.cart.id, code: 'HELLO' })

  expect(await summaryFor(db, first.token)).toMatchObject({ promoCode: 'HELLO', codeProblem: null })
  expect(await placeOrder(db, await agreedWish(db, first.token))).toMatchObject({ ok: true })

  const second = await aCheckout(db, { of: [disc] })
  await applyPromoCode(db, { cartId: second.cart.id, code: 'HELLO' })
  expect(await summaryFor(db, second.token)).toMatchObject({
    promoCode: null,
    discountCents: 0,
    codeProblem: 'cart.code.usedByYou',
  })
})

test('the cart says so too, as soon as the e-mail is known, and lets such a code not be applied again', async ({
  db,
}) => {
  await openForBusiness(db)
  await createPromoCode(db, { code: 'HELLO', kind: 'percentage', value: 1000, maxUsesPerCustomer: 1 })
  const disc = await aVariant(db, { onHand: 10 })
  const first = await aCheckout(db, { of: [disc] })
  await applyPromoCode(db, { cartId: first.cart.id, code: 'HELLO' })
  await placeOrder(db, await agreedWish(db, first.token))

  const token = newToken()
  await addToCart(db, { token, variantId: disc.id, quantity: 1 })
  const cart = await findCart(db, token)
  if (!cart) throw new Error('The cart is gone')
  await applyPromoCode(db, { cartId: cart.id, code: 'HELLO' })
  expect(await cartOf(db, token), 'nobody knows yet who it is').toMatchObject({ promo: { code: 'HELLO' } })

  const said = { cartId: cart.id, email: 'INES@example.fr', shipping: anAddress, billing: null }
  await saveAddress(db, said)
  expect(await cartOf(db, token)).toMatchObject({
    promo: null,
    discountCents: 0,
    promoRefusal: { reason: 'used-by-you' },
  })

  await removePromoCode(db, { cartId: cart.id })
  const { customer } = await findSaidOfCart(db, { cart, account: null })
  const form = { intent: 'apply-code', code: 'HELLO' } as const
  expect(await changeCart(db, { cartId: cart.id, form, level: null, customer })).toEqual({
    ok: false,
    reason: 'used-by-you',
  })
})

/** The cart as its page reads it. */
async function cartOf(db: Database, token: string) {
  const cart = await findCart(db, token)
  return readCart(db, cart, { language: 'fr', ...(await findSaidOfCart(db, { cart, account: null })) })
}

async function summaryFor(db: Database, token: string) {
  const cart = await findCart(db, token)
  if (!cart) throw new Error('The cart is gone')
  const checkout = await findCheckout(db, cart.id)
  const priced = await priceCheckout(db, { cart, checkout, language: 'fr', level: null })
  return summaryOf(priced, { isDeliveryChosen: true, language: 'fr' })
}
