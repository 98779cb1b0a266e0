import { eq, sql } from 'drizzle-orm'
import { orders } from '~/orders/order-tables.server'
import type { Database } from '~/platform/db.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { aVariant } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, test } from '../running-web'
import { ADDRESS, aShopper, type Page, type Shopper, walkToReview } from '../shopper'

const pathOf = (page: Page) => new URL(page.url).pathname

async function aShopperAtReview(db: Database, origin: string): Promise<{ shopper: Shopper; review: Page }> {
  await openForBusiness(db)
  const shopper = aShopper(origin)
  await shopper.post('/cart', { intent: 'add', variantId: String((await aVariant(db)).id), quantity: '1' })
  return { shopper, review: await walkToReview(shopper) }
}

const order = (shopper: Shopper, review: Page) => shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })

test('who skips a step is led to it, who has nothing to buy to the cart (A-145)', async ({ ownDb, web }) => {
  await openForBusiness(ownDb)
  const shopper = aShopper(web.origin)
  for (const path of ['/checkout', '/checkout/delivery', '/checkout/review'])
    expect(pathOf(await shopper.visit(path))).toBe('/cart')
  expect(pathOf(await shopper.post('/checkout/review', { agreedTo: 'x', seenTotalCents: '0' }))).toBe('/cart')

  await shopper.post('/cart', {
    intent: 'add',
    variantId: String((await aVariant(ownDb)).id),
    quantity: '1',
  })
  expect(pathOf(await shopper.visit('/checkout/review'))).toBe('/checkout')
  expect(pathOf(await shopper.post('/checkout/delivery', { method: 'home' }))).toBe('/checkout')
  await shopper.submit(await shopper.visit('/checkout'), 'shipping.fullName', ADDRESS)
  expect(pathOf(await shopper.visit('/checkout/review'))).toBe('/checkout/delivery')
  expect(await ownDb.$count(orders)).toBe(0)
}, 60_000)

test('a step posted after the order was placed leads to the order (A-145)', async ({ ownDb, web }) => {
  const { shopper, review } = await aShopperAtReview(ownDb, web.origin)
  await order(shopper, review)

  expect(pathOf(await shopper.visit('/checkout/review'))).toMatch(/^\/checkout\/pay\//)
  expect(pathOf(await shopper.post('/checkout?index', ADDRESS))).toMatch(/^\/checkout\/pay\//)
  expect(await ownDb.$count(orders)).toBe(1)
}, 60_000)

test('errors stand beside their fields, and what was typed is still there', async ({ ownDb, web }) => {
  await openForBusiness(ownDb)
  const shopper = aShopper(web.origin)
  await shopper.post('/cart', {
    intent: 'add',
    variantId: String((await aVariant(ownDb)).id),
    quantity: '1',
  })

  const page = await shopper.submit(await shopper.visit('/checkout'), 'shipping.fullName', {
    ...ADDRESS,
    email: 'nobody',
    'shipping.postcode': '7501',
    'shipping.street': '<script>alert(1)</script>',
  })

  expect(page.status).toBe(422)
  const wrong = page.root.querySelectorAll('[aria-invalid="true"]').map((field) => field.getAttribute('name'))
  expect(wrong).toEqual(['email', 'shipping.postcode'])
  const field = (name: string) => page.root.querySelector(`[name="${name}"]`)?.getAttribute('value')
  expect(field('email')).toBe('nobody')
  expect(field('shipping.city')).toBe('Paris')
  expect(page.html).not.toContain('<script>alert(1)')
}, 60_000)

test('a country not served, a method not offered: told at the field (A-144)', async ({ ownDb, web }) => {
  const { shopper } = await aShopperAtReview(ownDb, web.origin)
  const germany = { ...ADDRESS, 'shipping.country': 'DE', 'shipping.postcode': '10115' }

  const country = await shopper.post('/checkout?index', germany)
  const method = await shopper.post('/checkout/delivery', { method: 'drone' })
  const point = await shopper.post('/checkout/delivery', { method: 'home', 'pickupPoint.home': 'RC1' })

  expect([country.status, method.status]).toEqual([422, 422])
  expect(country.root.querySelector('[aria-invalid="true"]')?.getAttribute('name')).toBe('shipping.country')
  expect(pathOf(point), 'a point nobody asked for is not looked at').toBe('/checkout/review')
}, 60_000)

test('a price, a code or an address that changed is shown again before paying (A-132)', async ({
  ownDb,
  web,
}) => {
  const { shopper, review } = await aShopperAtReview(ownDb, web.origin)
  await ownDb.update(variantPrices).set({ baseCents: sql`base_cents + 100` })

  const dearer = await order(shopper, review)
  expect(dearer.status).toBe(409)
  expect(dearer.root.querySelector('main')?.text).toContain('Quelque chose a changé')

  await createPromoCode(ownDb, { code: 'LESS', kind: 'percentage', value: 1000 })
  await shopper.post('/cart', { intent: 'apply-code', code: 'LESS' })
  expect((await order(shopper, dearer)).status).toBe(409)

  const cheaper = await shopper.visit('/checkout/review')
  await shopper.post('/checkout?index', { ...ADDRESS, 'shipping.street': '1 place Bellecour' })
  const moved = await order(shopper, cheaper)
  expect(moved.status).toBe(409)
  expect(moved.html).toContain('1 place Bellecour')
  expect(await ownDb.$count(orders)).toBe(0)

  expect((await order(shopper, moved)).url).toContain('/sandbox-bank/')
  expect(await ownDb.$count(orders)).toBe(1)
}, 60_000)

test('an order opens by its own token alone (A-039, A-040)', async ({ ownDb, web }) => {
  const { shopper, review } = await aShopperAtReview(ownDb, web.origin)
  await order(shopper, review)
  const mine = await shopper.visit('/checkout/review')
  const token = new URL(mine.url).searchParams.get('token') ?? ''
  const [placed] = await ownDb.select({ id: orders.id, number: orders.number }).from(orders)
  const stranger = aShopper(web.origin)
  const number = placed?.number ?? ''

  expect((await stranger.visit(`/order/${number}?token=${token}`)).status).toBe(200)
  const wrong = [
    `/order/${number}`,
    `/order/${number}?token=`,
    `/order/${number}?token=${'A'.repeat(27)}`,
    `/order/C-2026-999999?token=${token}`,
    `/checkout/pay/${placed?.id}`,
    `/checkout/return/${placed?.id}?token=x`,
    `/order/${number}.data?_routes=routes%2F_shop.order.%24number`,
    `/en/order/${number}`,
  ]
  for (const path of wrong) expect((await stranger.visit(path)).status, path).toBe(404)
  for (const again of [`token=${token}`, 'TOKEN=x', 'token[]=x'])
    expect((await stranger.visit(`/order/${number}?token=${token}&${again}`)).status, again).toBe(400)
  expect((await stranger.post(`/order/${number}`, { intent: 'cancel' })).status).toBe(404)

  for (let guess = 1; guess <= 12; guess++) await stranger.visit(`/order/C-2026-00000${guess}?token=guess`)
  expect((await stranger.visit('/order/C-2026-000001?token=guess')).status).toBe(429)
  expect((await stranger.visit(`/order/${number}?token=${token}`)).status, 'the right link still opens').toBe(
    200,
  )
  const [untouched] = await ownDb
    .select({ state: orders.state })
    .from(orders)
    .where(eq(orders.number, number))
  expect(untouched?.state).toBe('payment_pending')
}, 60_000)

test('an order’s page is kept by nobody and tells its address to no other site', async ({ ownDb, web }) => {
  const { shopper, review } = await aShopperAtReview(ownDb, web.origin)
  await order(shopper, review)
  const { url } = await shopper.visit('/checkout/review')

  const answer = await web.ask(url.slice(web.origin.length))

  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('referrer-policy')).toMatch(/same-origin$/)
  expect(answer.headers.get('x-robots-tag')).toBe('noindex')
}, 60_000)
