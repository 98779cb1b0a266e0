import { eq } from 'drizzle-orm'
import { findInvoice } from '~/billing/paper-queries.server'
import { applyPromoCode } from '~/cart/apply-promo-code.server'
import { attributes, attributeTexts } from '~/catalog/family-tables.server'
import { products, productTexts } from '~/catalog/product-tables.server'
import { deliveryRates } from '~/delivery/delivery-tables.server'
import { findOrder } from '~/orders/order-queries.server'
import { orders } from '~/orders/order-tables.server'
import { startPayment } from '~/payments/start-payment.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { promoCodes } from '~/promotions/promo-tables.server'
import { saveSetting } from '~/settings/save-setting.server'
import { aCheckout, agreedWish } from '../../tests/a-checkout'
import { aVariant, stockOf } from '../../tests/a-shop'
import { anAddress } from '../../tests/an-order'
import { openForBusiness } from '../../tests/open-for-business'
import { aShopWithBanks, wishFor } from '../../tests/payments/a-shop-with-banks'
import { expect, test } from '../../tests/shop-test'
import { findCheckout } from './checkout-queries.server'
import { checkouts } from './checkout-tables.server'
import { chooseDelivery } from './choose-delivery.server'
import { placeOrder } from './place-order.server'
import { saveAddress } from './save-address.server'

test('an order keeps what was agreed to, whatever the catalogue says later', async ({ db }) => {
  await openForBusiness(db)
  const disc = await aVariant(db, { priceCents: 4990, onHand: 10, name: 'Disque ventilé' })
  const { wish } = await aCheckout(db, { of: [{ id: disc.id, quantity: 2 }] })

  const placed = await placeOrder(db, wish)
  await db.update(variantPrices).set({ baseCents: 1 }).where(eq(variantPrices.variantId, disc.id))
  await db.update(productTexts).set({ name: 'Autre chose' }).where(eq(productTexts.productId, disc.productId))

  expect(placed).toMatchObject({ ok: true, isNew: true, number: expect.stringMatching(/^C-\d{4}-\d{6}$/) })
  const order = placed.ok ? await findOrder(db, placed.orderId) : null
  expect(order).toMatchObject({
    state: 'pending',
    itemsCents: 9980,
    deliveryCents: 590,
    totalCents: 10_570,
    deliveryVatBasisPoints: 2000,
    shippingAddress: anAddress,
    billingAddress: anAddress,
    lines: [{ name: 'Disque ventilé', quantity: 2, unitCents: 4990, totalCents: 9980, vatCents: 1663 }],
  })
  expect(await stockOf(db, disc.id)).toEqual({ onHand: 10, reserved: 2 })
})

test('a line keeps its options in the order they were chosen in', async ({ db }) => {
  await openForBusiness(db)
  for (const [position, key] of ['language', 'condition', 'use'].entries()) {
    await db.insert(attributes).values({ key, kind: 'choice', position })
    await db.insert(attributeTexts).values({ attributeKey: key, language: 'fr', label: key })
  }
  const card = await aVariant(db, { options: { language: 'fr', condition: 'mint', use: 'play' } })
  const { wish } = await aCheckout(db, { of: [card] })

  const placed = await placeOrder(db, wish)
  const order = placed.ok ? await findOrder(db, placed.orderId) : null
  expect(Object.values(order?.lines[0]?.options ?? {})).toEqual(['fr', 'mint', 'play'])
})

test('ordering twice makes one order, and the second answer is the first', async ({ db }) => {
  await openForBusiness(db)
  const { wish } = await aCheckout(db, { of: [await aVariant(db)] })

  const first = await placeOrder(db, wish)
  const second = await placeOrder(db, wish)

  expect(second).toEqual({ ...first, isNew: false })
  expect(await db.$count(orders)).toBe(1)
})

test('ten clicks on the last button make one order', async ({ ownDb }) => {
  await openForBusiness(ownDb)
  const disc = await aVariant(ownDb, { onHand: 3 })
  const { wish } = await aCheckout(ownDb, { of: [disc] })

  const outcomes = await Promise.all(Array.from({ length: 10 }, () => placeOrder(ownDb, wish)))

  expect(outcomes.filter((outcome) => outcome.ok && outcome.isNew)).toHaveLength(1)
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.orderId)).size).toBe(1)
  expect(await stockOf(ownDb, disc.id)).toEqual({ onHand: 3, reserved: 1 })
})

test('a price that rose since the review is shown before anything is ordered', async ({ db }) => {
  await openForBusiness(db)
  const disc = await aVariant(db, { priceCents: 1000 })
  const { wish } = await aCheckout(db, { of: [disc] })
  await db.update(variantPrices).set({ baseCents: 2000 }).where(eq(variantPrices.variantId, disc.id))

  expect(await placeOrder(db, wish)).toEqual({ ok: false, reason: 'changed', totalCents: 2590 })

  expect(await db.$count(orders)).toBe(0)
})

test('an address changed in another tab is shown again, though the price is the same', async ({ db }) => {
  await openForBusiness(db)
  const { wish, cart, token } = await aCheckout(db, { of: [await aVariant(db)] })
  const moved = { ...anAddress, street: '8 avenue Foch' }
  await saveAddress(db, { cartId: cart.id, email: 'ines@example.fr', shipping: moved, billing: null })

  expect(await placeOrder(db, wish)).toMatchObject({ ok: false, reason: 'changed' })

  expect(await placeOrder(db, await agreedWish(db, token))).toMatchObject({ ok: true })
})

test('what is sold no longer is shown before the rest is ordered', async ({ db }) => {
  await openForBusiness(db)
  const [disc, pads] = [await aVariant(db), await aVariant(db)]
  const { wish, token } = await aCheckout(db, { of: [disc, pads] })
  await db.update(products).set({ status: 'archived' }).where(eq(products.id, pads.productId))

  expect(await placeOrder(db, wish)).toMatchObject({ ok: false, reason: 'changed' })

  const placed = await placeOrder(db, await agreedWish(db, token))
  const order = placed.ok ? await findOrder(db, placed.orderId) : null
  expect(order?.lines.map((line) => line.variantId)).toEqual([disc.id])
})

test('the last code is used by one of two orders', async ({ ownDb }) => {
  await openForBusiness(ownDb)
  await createPromoCode(ownDb, { code: 'ONCE', kind: 'percentage', value: 1000, maxUses: 1 })
  const disc = await aVariant(ownDb)
  const wishes = []
  for (const email of ['one@example.fr', 'two@example.fr']) {
    const { cart, token } = await aCheckout(ownDb, { of: [disc], email })
    await applyPromoCode(ownDb, { cartId: cart.id, code: 'ONCE' })
    wishes.push(await agreedWish(ownDb, token))
  }

  const outcomes = await Promise.all(wishes.map((wish) => placeOrder(ownDb, wish)))

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  const [promo] = await ownDb.select({ uses: promoCodes.uses }).from(promoCodes)
  expect(promo?.uses).toBe(1)
  expect(await ownDb.$count(orders)).toBe(1)
})

test('an order that costs nothing is paid at once, with its invoice', async ({ db }) => {
  await openForBusiness(db)
  await createPromoCode(db, { code: 'GIFT', kind: 'percentage', value: 10_000 })
  await db.update(deliveryRates).set({ priceCents: 0 })
  const { cart, token } = await aCheckout(db, { of: [await aVariant(db)] })
  await applyPromoCode(db, { cartId: cart.id, code: 'GIFT' })

  const placed = await placeOrder(db, await agreedWish(db, token))

  const order = placed.ok ? await findOrder(db, placed.orderId) : null
  expect(order).toMatchObject({ state: 'paid', discountCents: 1000, totalCents: 0 })
  expect(order && (await findInvoice(db, order.id))).toMatchObject({ totalCents: 0, vat: [] })
})

test('whether staff look first is decided when an order is placed, not when it is paid', async ({ db }) => {
  await openForBusiness(db)
  await using bank = await aShopWithBanks(db)
  const place = async (validateBeforePayment: boolean) => {
    await saveSetting({ db }, { name: 'orders', value: { validateBeforePayment } })
    const placed = await placeOrder(db, (await aCheckout(db, { of: [await aVariant(db)] })).wish)
    if (!placed.ok) throw new Error(`Not placed: ${placed.reason}`)
    return placed.orderId
  }

  const looksFirst = await place(true)
  const paysAtOnce = await place(false)
  expect(await startPayment(bank.shop, wishFor(looksFirst))).toEqual({
    ok: false,
    reason: 'not-payable',
    state: 'pending',
  })

  await saveSetting({ db }, { name: 'orders', value: { validateBeforePayment: true } })
  expect(await startPayment(bank.shop, wishFor(paysAtOnce))).toMatchObject({ ok: true })
})

test('nobody orders an empty cart, or without saying where it goes', async ({ db }) => {
  await openForBusiness(db)
  const { wish, cart } = await aCheckout(db, { of: [await aVariant(db)] })
  await db.delete(checkouts)
  expect(await placeOrder(db, wish)).toEqual({ ok: false, reason: 'no-address' })

  await saveAddress(db, { cartId: cart.id, email: 'ines@example.fr', shipping: anAddress, billing: null })
  expect(await placeOrder(db, wish)).toEqual({ ok: false, reason: 'no-delivery' })
})

test('only what is offered for the parcel and the country can be chosen', async ({ db }) => {
  await openForBusiness(db)
  const heavy = await aVariant(db, { weightGrams: 31_000 })
  const light = await aVariant(db)
  const { cart } = await aCheckout(db, { of: [light] })
  const checkout = await findCheckout(db, cart.id)
  const choice = { cart, checkout, pickupPoint: null, language: 'fr', level: null } as const

  expect(await chooseDelivery(db, { ...choice, method: 'express' })).toEqual({
    ok: false,
    reason: 'not-offered',
  })
  await expect(aCheckout(db, { of: [heavy] })).rejects.toThrow('not-offered')
  const germany = { ...anAddress, country: 'DE', postcode: '10115' }
  expect(
    await saveAddress(db, { cartId: cart.id, email: 'a@example.fr', shipping: germany, billing: null }),
  ).toEqual({ ok: false, reason: 'not-served', place: 'DE' })
  expect((await findCheckout(db, cart.id)).shippingAddress?.country).toBe('FR')
})
