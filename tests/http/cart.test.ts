import { eq } from 'drizzle-orm'
import { carts } from '~/cart/cart-tables.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { aVariant, stockOf } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, test } from '../running-web'
import { aShopper, type Page, type Shopper } from '../shopper'

/** Each test starts a web process of its own, beside others. */
const PATIENCE_MS = 120_000

const add = (shopper: Shopper, variantId: number, quantity: number | string = 1) =>
  shopper.post('/cart', { intent: 'add', variantId: String(variantId), quantity: String(quantity) })
const words = (page: Page) => page.root.querySelector('main')?.text.replace(/\s+/g, ' ') ?? ''

test(
  'looking at the cart makes none, and adding hands out a cookie that scripts cannot read',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const mug = await aVariant(ownDb)
    const look = await web.ask('/cart')
    expect([look.status, look.headers.getSetCookie(), look.headers.get('cache-control')]).toEqual([
      200,
      [],
      'no-store',
    ])
    expect(await ownDb.$count(carts)).toBe(0)

    const body = new URLSearchParams({ intent: 'add', variantId: String(mug.id), quantity: '1' })
    const invented = `cart=${Buffer.from(JSON.stringify('a'.repeat(27))).toString('base64')}`
    const added = await web.ask('/en/cart', { method: 'POST', body, headers: { cookie: invented } })

    expect([added.status, added.headers.get('location')]).toEqual([303, '/en/cart'])
    const [cookie = ''] = added.headers.getSetCookie()
    expect(cookie).toMatch(/^cart=.+; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax$/)
    expect(cookie.startsWith(`${invented};`), 'a token of the visitor’s own is not taken over').toBe(false)
  },
  PATIENCE_MS,
)

test(
  'quantities are whole, between 1 and 100, and what was typed stays',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const mug = await aVariant(ownDb, { onHand: 3 })
    const shopper = aShopper(web.origin)

    for (const quantity of ['0', '-1', '101', '501', '1.5', '1e2', '0x1', '', ' ', 'NaN'])
      expect((await add(shopper, mug.id, quantity)).status, quantity).toBe(422)
    for (const variantId of ['0', '-1', 'x', '99999999999', "1' or 1=1"])
      expect((await shopper.post('/cart', { intent: 'add', variantId, quantity: '1' })).status).toBe(422)
    expect((await shopper.post('/cart', { intent: 'burn' })).status).toBe(422)
    expect((await shopper.post('/cart', {})).status).toBe(422)
    expect((await add(shopper, 99_999)).status, 'unknown variant').toBe(409)

    const refused = await add(shopper, mug.id, 4)
    expect([refused.status, words(refused)]).toEqual([409, expect.stringContaining("Il n'en reste que 3")])
    const cart = await add(shopper, mug.id, 2)
    expect(cart.status).toBe(200)

    const changed = await shopper.submit(cart, 'quantity', { quantity: '50' })
    expect(changed.status).toBe(409)
    expect(changed.root.querySelector('input[name=quantity]')?.getAttribute('value')).toBe('50')
    expect(words(changed)).toContain("Il n'en reste que 3")
    expect((await shopper.submit(cart, 'quantity', { quantity: 'deux' })).status).toBe(422)
    expect(await stockOf(ownDb, mug.id)).toEqual({ onHand: 3, reserved: 2 })
  },
  PATIENCE_MS,
)

test(
  'one code at a time, however it is written; wrong ones are told, and guessing ends',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    await createPromoCode(ownDb, { code: 'SUMMER', kind: 'percentage', value: 5000 })
    await createPromoCode(ownDb, {
      code: 'OVER',
      kind: 'amount',
      value: 500,
      endsAt: new Date(Date.now() - 1000),
    })
    await createPromoCode(ownDb, { code: 'BIG', kind: 'amount', value: 500, minimumCents: 2000 })
    const mug = await aVariant(ownDb, { priceCents: 1000 })
    const shopper = aShopper(web.origin)
    const cart = await add(shopper, mug.id, 2)
    const apply = (code: string) => shopper.post('/cart', { intent: 'apply-code', code })

    expect(words(await shopper.submit(cart, 'code', { code: 'nope' }))).toContain("Ce code n'existe pas")
    expect(words(await apply('over'))).toContain("Ce code n'est plus valable")
    expect(words(await apply(' ｓｕｍｍｅｒ '))).toContain('Code SUMMER appliqué')

    const twice = await fetch(`${web.origin}/cart`, {
      method: 'POST',
      headers: { origin: web.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'intent=apply-code&code=SUMMER&code=SUMMER',
    })
    expect(twice.status).toBe(422)

    // A minimum is asked again when the cart shrinks.
    expect(words(await apply('big'))).toContain('Code BIG appliqué')
    const smaller = await shopper.submit(cart, 'quantity', { quantity: '1' })
    expect(words(smaller)).toContain('Ce code vaut à partir de 20,00')

    const statuses = []
    for (let guess = 0; guess < 25; guess++) statuses.push((await apply(`GUESS${guess}`)).status)
    expect(statuses.slice(0, 10).every((status) => status === 409)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  },
  PATIENCE_MS,
)

test(
  'a price that changed is told in the cart until the visitor accepts it',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const mug = await aVariant(ownDb, { priceCents: 1000 })
    const shopper = aShopper(web.origin)
    await add(shopper, mug.id)
    await ownDb.update(variantPrices).set({ baseCents: 1200 }).where(eq(variantPrices.variantId, mug.id))

    const cart = await shopper.visit('/en/cart')
    expect(words(cart)).toContain('went up from €10.00 to €12.00')
    const accepted = await shopper.post('/en/cart', { intent: 'accept' })
    expect(words(accepted)).not.toContain('went up')
    expect(words(accepted)).toContain('€12.00')
  },
  PATIENCE_MS,
)

test(
  'changing a cart that is not there is refused, and tells what to do',
  async ({ web }) => {
    const shopper = aShopper(web.origin)
    const forms: Record<string, string>[] = [
      { intent: 'clear' },
      { intent: 'accept' },
      { intent: 'remove', variantId: '1' },
      { intent: 'change', variantId: '1', quantity: '2' },
      { intent: 'country', country: 'FR' },
    ]
    for (const fields of forms) {
      const page = await shopper.post('/cart', fields)
      expect([page.status, words(page)]).toEqual([409, expect.stringContaining('Votre panier a expiré')])
    }
  },
  PATIENCE_MS,
)

test(
  'one visitor cannot keep the whole stock aside',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const mug = await aVariant(ownDb, { onHand: 1000 })
    const oneIp = { 'x-forwarded-for': '203.0.113.9' }
    const body = new URLSearchParams({ intent: 'add', variantId: String(mug.id), quantity: '100' })

    for (let visit = 0; visit < 8; visit++)
      expect((await web.ask('/cart', { method: 'POST', body, headers: oneIp })).status).toBe(303)

    expect((await stockOf(ownDb, mug.id)).reserved).toBeLessThanOrEqual(150)
  },
  PATIENCE_MS,
)
