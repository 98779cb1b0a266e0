import { and, eq, sql } from 'drizzle-orm'
import { orders } from '~/orders/order-tables.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { saveSetting } from '~/settings/save-setting.server'
import { defaultSettings } from '~/settings/settings'
import { aVariant, stockOf } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { describe, expect, startProcess, test } from '../running-web'
import { aShopper, type Page, type Shopper, walkToReview } from '../shopper'

/** Sized to finish in minutes; `npm run chaos` sends the whole crowd. */
const CROWD = process.env.CHAOS ? 500 : 80

async function addToCart(shopper: Shopper, variantId: number, quantity = 1): Promise<Page> {
  return shopper.post('/cart', { intent: 'add', variantId: String(variantId), quantity: String(quantity) })
}

/** From a cart to the sandbox bank's answer; stops where the shop refuses. */
async function buy(shopper: Shopper): Promise<Page> {
  const review = await walkToReview(shopper)
  if (!review.root.querySelector('[name="agreedTo"]')) return review
  const bank = await shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })
  if (!bank.url.includes('/sandbox-bank/')) return bank
  return shopper.submit(bank, 'choice', { choice: 'pay' })
}

async function paidOrders(db: Parameters<typeof aVariant>[0]): Promise<number> {
  return db.$count(orders, sql`${orders.paidAt} is not null`)
}

describe.for(['cart', 'checkout'] as const)('the last unit, kept aside at the %s (R-01)', (reserveAt) => {
  test('a crowd wants it: one gets it, the others are told, nothing breaks', async ({ ownDb, ownDbUrl }) => {
    await openForBusiness(ownDb)
    const settings = { name: 'stock', value: { ...defaultSettings.stock, reserveAt } } as const
    await saveSetting({ db: ownDb }, settings)
    const variant = await aVariant(ownDb, { onHand: 1 })
    const webs = await Promise.all([
      startProcess({ databaseUrl: ownDbUrl }),
      startProcess({ databaseUrl: ownDbUrl }),
    ])

    const ends = await Promise.all(
      Array.from({ length: CROWD }, async (_, index) => {
        const shopper = aShopper(webs[index % webs.length]?.origin ?? '')
        const cart = await addToCart(shopper, variant.id)
        return cart.status === 409 ? cart : buy(shopper)
      }),
    )
    await Promise.all(webs.map((web) => web.stop()))

    expect(ends.filter(({ status }) => status >= 500)).toEqual([])
    expect(ends.filter(({ url }) => url.includes('/checkout/return/'))).toHaveLength(1)
    expect(await paidOrders(ownDb)).toBe(1)
    expect(await stockOf(ownDb, variant.id)).toEqual({ onHand: 0, reserved: 0 })
  }, 300_000)
})

test('crossing baskets do not stand in each other’s way (R-03)', async ({ ownDb, web }) => {
  await openForBusiness(ownDb)
  const variants = await Promise.all(Array.from({ length: 6 }, () => aVariant(ownDb, { onHand: CROWD * 2 })))

  const ends = await Promise.all(
    Array.from({ length: Math.ceil(CROWD / 4) }, async (_, index) => {
      const shopper = aShopper(web.origin)
      // Each takes four of the six in an order of its own.
      for (let step = 0; step < 4; step++) {
        const variant = variants[(index * 5 + step * (1 + (index % 2) * 4)) % variants.length]
        if (variant) await addToCart(shopper, variant.id)
      }
      return buy(shopper)
    }),
  )

  expect(
    ends.filter(({ url }) => !url.includes('/checkout/return/')).map(({ url, status }) => [url, status]),
  ).toEqual([])
  expect(await paidOrders(ownDb)).toBe(ends.length)
}, 300_000)

test('a button pressed ten times makes one order with one open session (A-129)', async ({ ownDb, web }) => {
  await openForBusiness(ownDb)
  const shopper = aShopper(web.origin)
  await addToCart(shopper, (await aVariant(ownDb)).id)
  const review = await walkToReview(shopper)

  const presses = await Promise.all(
    Array.from({ length: 10 }, () => shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })),
  )

  expect(presses.filter(({ status }) => status >= 500)).toEqual([])
  expect(await ownDb.$count(orders)).toBe(1)
  const open = await ownDb.execute(sql`select 1 from sandbox_payments where status = 'open'`)
  expect(open).toHaveLength(1)
}, 60_000)

test('the back button after paying makes no second order', async ({ ownDb, web }) => {
  await openForBusiness(ownDb)
  const shopper = aShopper(web.origin)
  await addToCart(shopper, (await aVariant(ownDb)).id)
  const review = await walkToReview(shopper)
  const bank = await shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })
  await shopper.submit(bank, 'choice', { choice: 'pay' })

  const again = await shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })
  const paidTwice = await shopper.submit(bank, 'choice', { choice: 'pay' })

  expect(again.status).toBeLessThan(500)
  expect(paidTwice.status).toBeLessThan(500)
  expect(await ownDb.$count(orders)).toBe(1)
  expect(await paidOrders(ownDb)).toBe(1)
}, 60_000)

test('a cart filled while the bank waits is another one; the order stays what was agreed (S-12)', async ({
  ownDb,
  web,
}) => {
  await openForBusiness(ownDb)
  const [agreed, later] = [
    await aVariant(ownDb, { priceCents: 1000 }),
    await aVariant(ownDb, { priceCents: 5000 }),
  ]
  const shopper = aShopper(web.origin)
  await addToCart(shopper, agreed.id)
  const bank = await shopper.submit(await walkToReview(shopper), 'agreedTo', { gateway: 'sandbox' })

  await addToCart(shopper, later.id)
  await shopper.submit(bank, 'choice', { choice: 'pay' })

  const [order] = await ownDb.select().from(orders)
  expect(order).toMatchObject({ state: 'paid', itemsCents: 1000, totalCents: 1590 })
  expect(await stockOf(ownDb, later.id)).toEqual({ onHand: 10, reserved: 1 })
}, 60_000)

test('a code for ten customers is used ten times, however many hurry (R-19)', async ({ ownDb, web }) => {
  await openForBusiness(ownDb)
  await createPromoCode(ownDb, { code: 'FIRST10', kind: 'amount', value: 100, maxUses: 10 })
  const variant = await aVariant(ownDb, { onHand: 500 })

  await Promise.all(
    Array.from({ length: Math.ceil(CROWD / 3) }, async (_, index) => {
      const shopper = aShopper(web.origin)
      await addToCart(shopper, variant.id)
      await shopper.post('/cart', { intent: 'apply-code', code: 'first10' })
      const review = await walkToReview(shopper, { email: `buyer-${index}@example.test` })
      if (review.root.querySelector('[name="agreedTo"]'))
        await shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })
    }),
  )

  expect(await ownDb.$count(orders, and(eq(orders.promoCode, 'FIRST10')))).toBe(10)
}, 300_000)
