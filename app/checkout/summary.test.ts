import { applyPromoCode } from '~/cart/apply-promo-code.server'
import { findCart } from '~/cart/cart-queries.server'
import type { Database } from '~/platform/db.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { aCheckout, agreedWish } from '../../tests/a-checkout'
import { aVariant } from '../../tests/a-shop'
import { openForBusiness } from '../../tests/open-for-business'
import { expect, test } from '../../tests/shop-test'
import { findCheckout, priceCheckout } from './checkout-queries.server'
import { placeOrder } from './place-order.server'
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

async function summaryFor(db: Database, token: string) {
  const cart = await findCart(db, token)
  if (!cart) throw new Error('The cart is gone')
  const checkout = await findCheckout(db, cart.id)
  const priced = await priceCheckout(db, { cart, checkout, language: 'fr', level: null })
  return summaryOf(priced, { isDeliveryChosen: true, language: 'fr' })
}
