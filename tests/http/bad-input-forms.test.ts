import { parse } from 'node-html-parser'
import { cartLines } from '~/cart/cart-tables.server'
import { checkouts } from '~/checkout/checkout-tables.server'
import { aVariant } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, test } from '../running-web'
import { aCartWith, FORM, post, provoke, WRONG_NUMBERS, wrongFields } from '../safe-answer'
import { ADDRESS } from '../shopper'

const PATIENCE_MS = 120_000

test(
  'forms that no page of the shop sends are refused quickly and change nothing (A-060 to A-065)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const cookie = await aCartWith(web, (await aVariant(ownDb)).id)

    const malformed: [why: string, body: string][] = [
      ['a NUL in a text (A-060)', 'intent=apply-code&code=a%00b'],
      ['a NUL in a name (A-060)', 'intent=clear&%00=1'],
      ['a list (A-063)', 'intent[]=clear'],
      ['an operator (A-063)', 'intent[$ne]=add'],
      ['a prototype (A-064)', 'intent=clear&__proto__[level]=10'],
      ['a prototype (A-064)', 'intent=clear&__proto__.level=10'],
      ['a prototype (A-064)', 'intent=clear&constructor.prototype.isAdmin=true'],
      ['what every object has (A-064)', 'intent=clear&toString=1'],
      ['an instruction to the form library', 'intent=clear&__intent__=x'],
      ['a state for the form library', 'intent=clear&__state__={'],
      ['a list with a far end (A-065)', 'intent=clear&a[999999]=1'],
      ['a bottomless path (A-065)', `intent=clear&${'a.'.repeat(20_000)}a=1`],
      ['sixty thousand fields (A-065)', `intent=clear&${'a=&'.repeat(60_000)}`],
      ['thousands of names (A-065)', Array.from({ length: 20_000 }, (_, at) => `k${at}=1`).join('&')],
    ]
    for (const path of ['/cart', '/sign-in', '/checkout?index', '/cart.data', '/en/cart'])
      for (const [why, body] of malformed) {
        const start = performance.now()
        expect((await post(web, path, body, cookie)).status, `${path}: ${why}`).toBe(400)
        expect(performance.now() - start, `${path}: ${why}`).toBeLessThan(5_000)
      }

    const wrong: [why: string, body: string][] = [
      ['repeated (A-063)', 'intent=add&variantId=1&quantity=1&quantity=2'],
      ['an object for a text (A-063)', 'intent.a=clear'],
      ['null (A-063)', 'intent=null'],
      ['invalid UTF-8 (A-061)', 'intent=cl%ffear'],
      ['overlong UTF-8 (A-061)', 'intent=%c1%a3lear'],
      ['a lone surrogate (A-061)', 'intent=clear%ed%a0%80'],
      ['nothing', ''],
    ]
    for (const [why, body] of wrong) expect((await post(web, '/cart', body, cookie)).status, why).toBe(422)
    expect(await ownDb.$count(cartLines)).toBe(1)
    expect((await post(web, '/cart', 'intent=apply-code&code=%ff%fe', cookie)).status).toBe(409)
    expect(({} as { level?: unknown }).level).toBeUndefined()
  },
  PATIENCE_MS,
)

test(
  'the wrong type, size or method: 415, 413, 405 (A-065)',
  async ({ web }) => {
    const send = (path: string, body: string, type: string) =>
      provoke(web, path, { method: 'POST', body, headers: { 'content-type': type } })
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/xml',
      'x',
    ])
      expect((await send('/cart', '{"intent":"clear"}', type)).status, type).toBe(415)
    expect((await send('/webhooks/stripe', '<a/>', 'application/xml')).status).toBe(415)
    expect((await send('/webhooks/stripe', '\ufeff{"a":1,"a":2,}', 'application/json')).status).toBe(404)
    expect((await send('/cart', 'a'.repeat(257 * 1024), FORM)).status).toBe(413)
    const untyped = await web.ask('/cart', { method: 'POST' })
    expect(untyped.status, 'an empty body without a type').toBe(415)

    const withoutAction = [
      '/',
      '/p/x',
      '/search',
      '/robots.txt',
      '/sitemap.xml',
      '/search/suggestions',
      '/media/x',
    ]
    for (const path of withoutAction)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect(
          (await provoke(web, path, { method, body: 'a=1', headers: { 'content-type': FORM } })).status,
          `${method} ${path}`,
        ).toBe(405)
    for (const path of ['/', '/cart', '/p/x'])
      expect((await provoke(web, path, { method: 'OPTIONS' })).status, path).toBe(405)
  },
  PATIENCE_MS,
)

test(
  'numbers that are none are refused with their field (A-062)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const { id } = await aVariant(ownDb)
    const cookie = await aCartWith(web, id)
    const line = { intent: 'change', variantId: String(id), quantity: '1' }

    for (const number of WRONG_NUMBERS) {
      const add = await post(web, '/cart', { ...line, intent: 'add', quantity: number }, cookie)
      expect(add.status, `quantity ${number}`).toBe(422)
      const other = await post(web, '/cart', { ...line, variantId: number }, cookie)
      expect(other.status, `variantId ${number}`).toBe(422)
      const change = await post(web, '/cart', { ...line, quantity: number }, cookie)
      // None of a line takes it out of the cart.
      if (number !== '0')
        expect([change.status, wrongFields(change.text)], number).toEqual([422, ['quantity']])
      else await post(web, '/cart', { ...line, intent: 'add' }, cookie)
    }
    expect(await ownDb.select({ quantity: cartLines.quantity }).from(cartLines)).toEqual([{ quantity: 1 }])

    // The digits of any script are a number where a person types one, never where the page wrote one.
    for (const two of ['２', '٢\u200f', '\u00a02 ']) {
      expect((await post(web, '/cart', { ...line, quantity: two }, cookie)).status, two).toBe(303)
      expect((await post(web, '/cart', { ...line, variantId: two }, cookie)).status, two).toBe(422)
    }
    expect(await ownDb.select({ quantity: cartLines.quantity }).from(cartLines)).toEqual([{ quantity: 2 }])
  },
  PATIENCE_MS,
)

test(
  'wrong fields are named, however long or foreign they are (A-073, A-075, A-077, A-133)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const cookie = await aCartWith(web, (await aVariant(ownDb)).id)
    const long = 'a'.repeat(25_000)
    const wrong: [field: string, value: string][] = [
      ['email', `${long}@`],
      ['email', `${'a.'.repeat(12_000)}@b`],
      ['email', 'a@b.fr\r\nBcc: x@y.fr'],
      ['shipping.postcode', '7'.repeat(25_000)],
      ['shipping.postcode', 'SW1A 1AA'],
      ['shipping.postcode', '75 0 11 '.repeat(500)],
      ['shipping.country', 'ZZ'],
      ['shipping.country', 'fr'],
      ['shipping.country', '__proto__'],
      ['shipping.fullName', 'n'.repeat(101)],
      ['shipping.fullName', `e${'\u0301'.repeat(10_000)}`],
      ['shipping.fullName', '4242 4242 4242 4242'],
      ['shipping.city', '   '],
      ['shipping.city', '\u3164\u200b'],
    ]
    const start = performance.now()
    for (const [field, value] of wrong) {
      const page = await post(web, '/checkout?index', { ...ADDRESS, [field]: value }, cookie)
      expect([page.status, wrongFields(page.text)], `${field}=${value.slice(0, 30)}`).toEqual([422, [field]])
    }
    expect((performance.now() - start) / wrong.length).toBeLessThan(2_000)
    expect(await ownDb.$count(checkouts)).toBe(0)

    // No order waits for a telephone.
    for (const phone of [`+${'1 '.repeat(12_000)}x`, '1'.repeat(25_000), 'call me', '4242 4242 4242 4242']) {
      const { status, headers } = await post(
        web,
        '/checkout?index',
        { ...ADDRESS, 'shipping.phone': phone },
        cookie,
      )
      expect([status, headers.get('location')]).toEqual([302, '/checkout/delivery?phone-unread'])
    }
    const [{ shippingAddress } = {}] = await ownDb.select().from(checkouts)
    expect(shippingAddress).not.toHaveProperty('phone')
    const step = await provoke(web, '/checkout/delivery?phone-unread', { headers: { cookie } })
    expect(parse(step.text).textContent).toContain('numéro de téléphone')

    const total = { agreedTo: 'x', gateway: 'sandbox' }
    await post(web, '/checkout?index', ADDRESS, cookie)
    await post(web, '/checkout/delivery', { method: 'home' }, cookie)
    for (const seenTotalCents of [
      ...WRONG_NUMBERS.filter((number) => number !== '0'),
      '12,345.6',
      '€12',
      '0.001',
    ])
      expect(
        (await post(web, '/checkout/review', { ...total, seenTotalCents }, cookie)).status,
        seenTotalCents,
      ).toBe(422)
  },
  PATIENCE_MS,
)
