import { parseWithZod } from '@conform-to/zod/v4'
import { addToCart } from '~/cart/cart-lines.server'
import { findCart } from '~/cart/cart-queries.server'
import { readCart } from '~/cart/read-cart.server'
import { saveDelivery } from '~/delivery/save-delivery.server'
import { formErrors } from '~/i18n/form-errors'
import { worded } from '~/i18n/message'
import { translator } from '~/i18n/translator.server'
import { findOrder } from '~/orders/order-queries.server'
import type { Database } from '~/platform/db.server'
import { newToken } from '~/platform/ids.server'
import { saveVatRates } from '~/vat/save-vat-rates.server'
import { deliveryPlan } from '../../demo/delivery'
import { vatRatePlan } from '../../demo/vat-rates'
import { aCheckout } from '../../tests/a-checkout'
import { aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { addressForm } from './address-form'
import { findCheckout, findSaidOfCart } from './checkout-queries.server'
import { explainAddress } from './explain-address'
import { placeOrder } from './place-order.server'
import { saveAddress } from './save-address.server'

/** What becomes of an address as it is typed: where it is saved, or the one sentence beside its field. */
async function sendTo(db: Database, typed: { country: string; postcode: string; city: string }) {
  await saveVatRates(db, vatRatePlan)
  await saveDelivery(db, deliveryPlan)
  const token = newToken()
  await addToCart(db, { token, variantId: (await aVariant(db, { weightGrams: 900 })).id, quantity: 1 })
  const cart = await findCart(db, token)
  if (!cart) throw new Error('The cart is gone')

  const formData = new FormData()
  const said = {
    email: 'ines@example.fr',
    'shipping.fullName': 'Inès',
    'shipping.street': '1 quai',
    ...inForm(typed),
  }
  for (const [name, value] of Object.entries(said)) formData.append(name, value)
  const submission = parseWithZod(formData, { schema: addressForm(formData), error: formErrors })
  const t = translator('en')
  if (submission.status !== 'success') {
    const [text = ''] = Object.values(submission.reply().error ?? {}).flat()
    return worded(t, text ?? '')
  }
  const { email, shipping } = submission.value
  const outcome = await saveAddress(db, { cartId: cart.id, email, shipping, billing: null })
  if (!outcome.ok) return worded(t, explainAddress(outcome, { language: 'en', t }))
  const view = await readCart(db, await findCart(db, token), {
    language: 'en',
    ...(await findSaidOfCart(db, { cart, account: null })),
  })
  return {
    country: view.country,
    vat: view.vat.map((share) => share.vatBasisPoints / 100),
    delivery: view.delivery?.priceCents,
  }
}

function inForm(typed: object): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [`shipping.${name}`, String(value)]))
}

test.for([
  ['FR 97110 Pointe-à-Pitre', { country: 'GP', vat: [8.5], delivery: 1890 }],
  ['GP 97110 Pointe-à-Pitre', { country: 'GP', vat: [8.5], delivery: 1890 }],
  ['FR 97133 Gustavia', { country: 'BL', vat: [0], delivery: 1890 }],
  ['GP 97133 Gustavia', { country: 'BL', vat: [0], delivery: 1890 }],
  ['FR 97700 Gustavia', { country: 'BL', vat: [0], delivery: 1890 }],
  ['BL 97700 Gustavia', { country: 'BL', vat: [0], delivery: 1890 }],
  ['FR 97150 Marigot', { country: 'MF', vat: [0], delivery: 1890 }],
  ['FR 20000 Ajaccio', { country: 'FR', vat: [20], delivery: 450 }],
  ['FR 98000 Monaco', { country: 'MC', vat: [20], delivery: 450 }],
  ['PT 9000-001 Funchal', { country: 'PT', vat: [22], delivery: 690 }],
  ['PT 9500-321 Ponta_Delgada', { country: 'PT', vat: [16], delivery: 690 }],
  ['AT 6991 Riezlern', { country: 'AT', vat: [19], delivery: 690 }],
  ['GB BT1_1AA Belfast', { country: 'GB', vat: [20], delivery: 690 }],
  ['GB IM1_1AA Douglas', { country: 'IM', vat: [0], delivery: 690 }],
  ['ES 28001 Madrid', { country: 'ES', vat: [21], delivery: 690 }],
] as const)('%s is accepted, taxed and charged as it is there', async ([typed, expected], { db }) => {
  const [country = '', postcode = '', city = ''] = typed.split(' ').map((part) => part.replace('_', ' '))

  expect(await sendTo(db, { country, postcode, city })).toEqual(expected)
})

test.for([
  ['ES 35001 Las_Palmas', /deliver to the Canary Islands yet/],
  ['ES 38001 Santa_Cruz', /deliver to the Canary Islands yet/],
  ['ES 51001 Ceuta', /deliver to Ceuta yet/],
  ['ES 52001 Melilla', /deliver to Melilla yet/],
  ['IT 23041 Livigno', /deliver to Livigno yet/],
  ['IT 22061 Campione', /deliver to Campione d'Italia yet/],
  ['DE 27498 Helgoland', /deliver to Heligoland yet/],
  ['DE 78266 Büsingen', /deliver to Büsingen yet/],
  ['GR 63086 Karyes', /deliver to Mount Athos yet/],
  ['FI 22100 Mariehamn', /this country yet: Åland Islands\.$/],
  ['AX 22100 Mariehamn', /this country yet: Åland Islands\.$/],
  ['GB JE2_3AB Saint_Helier', /this country yet: Jersey\.$/],
  ['IT 47890 San_Marino', /this country yet: San Marino\.$/],
  ['NO 9170 Longyearbyen', /this country yet: Svalbard/],
  ['DK 100 Tórshavn', /this country yet: Faroe Islands\.$/],
  ['GP 69003 Lyon', /postcode/],
  ['BL 97110 Gustavia', /postcode/],
] as const)('%s is refused in one sentence that says why', async ([typed, sentence], { db }) => {
  const [country = '', postcode = '', city = ''] = typed.split(' ').map((part) => part.replace('_', ' '))

  expect(await sendTo(db, { country, postcode, city })).toMatch(sentence)
})

test('an order to a territory that a zone names bears no VAT, whatever the rest of its country pays', async ({
  db,
}) => {
  await saveVatRates(db, vatRatePlan)
  const [france, europe, ...others] = deliveryPlan.zones
  if (!france || !europe) throw new Error('The plan has no zones')
  const wider = { ...europe, countries: [...europe.countries, 'ES-CN'] }
  await saveDelivery(db, { ...deliveryPlan, zones: [france, wider, ...others] })
  const disc = await aVariant(db, { weightGrams: 900, onHand: 5 })
  const address = {
    fullName: 'Inés',
    street: 'Calle Mayor 1',
    postcode: '35001',
    city: 'Las Palmas',
    country: 'ES',
  }
  const { wish } = await aCheckout(db, { of: [disc], address })

  const placed = await placeOrder(db, wish)

  if (!placed.ok) throw new Error(placed.reason)
  expect(await findOrder(db, placed.orderId)).toMatchObject({
    deliveryVatBasisPoints: 0,
    shippingAddress: address,
  })
})

test('another postcode of the same place keeps the chosen delivery, one of another place takes it back', async ({
  db,
}) => {
  await saveVatRates(db, vatRatePlan)
  await saveDelivery(db, deliveryPlan)
  const { cart } = await aCheckout(db, { of: [await aVariant(db, { weightGrams: 900 })] })
  const go = async (country: string, postcode: string) => {
    const shipping = { fullName: 'Inès', street: '1 quai', postcode, city: 'Port', country }
    await saveAddress(db, { cartId: cart.id, email: 'ines@example.fr', shipping, billing: null })
    return (await findCheckout(db, cart.id)).deliveryMethod
  }

  expect(await go('FR', '33000')).toBe('home')
  expect(await go('GP', '97110')).toBeNull()
})
