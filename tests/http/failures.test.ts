import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { orders } from '~/orders/order-tables.server'
import { aVariant } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, startProcess, test } from '../running-web'
import { aShopper, type Shopper, walkToReview } from '../shopper'

const BUYERS = process.env.CHAOS ? 200 : 20
const DEATHS = process.env.CHAOS ? 10 : 2

/** Buys like a person whose page did not load: looks at the cart, goes on where something is left, gives up in the end. */
async function buyPatiently(shopper: Shopper, variantId: number): Promise<void> {
  let hasAdded = false
  for (let patience = 0; patience < 300; patience++) {
    try {
      const cart = await shopper.visit('/cart')
      if (cart.root.querySelector('a[href="/checkout"]')) return await pay(shopper)
      if (hasAdded) return
      await shopper.post('/cart', { intent: 'add', variantId: String(variantId), quantity: '1' })
      hasAdded = true
    } catch {
      await sleep(300)
    }
  }
}

async function pay(shopper: Shopper): Promise<void> {
  const review = await walkToReview(shopper)
  if (!review.root.querySelector('[name="agreedTo"]')) return
  const bank = await shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })
  if (bank.url.includes('/sandbox-bank/')) await shopper.submit(bank, 'choice', { choice: 'pay' })
}

test('web processes that die in the middle of checkouts lose and double no order (R-07)', async ({
  ownDb,
  ownDbUrl,
}) => {
  await openForBusiness(ownDb)
  const variant = await aVariant(ownDb, { onHand: BUYERS * 2 })
  let web = await startProcess({ databaseUrl: ownDbUrl })
  const port = Number(new URL(web.origin).port)
  const worker = await startProcess({ databaseUrl: ownDbUrl, script: 'worker' })
  try {
    const shoppers = Array.from({ length: BUYERS }, () => buyPatiently(aShopper(web.origin), variant.id))
    for (let death = 0; death < DEATHS; death++) {
      await sleep(1_500)
      await web.die()
      web = await startProcess({ databaseUrl: ownDbUrl, port })
    }
    await Promise.all(shoppers)

    // The bank's books are the truth: what it took is a charge of ours as soon as the worker has told.
    await expect
      .poll(
        async () => {
          const [row] = await ownDb.execute<{ missing: number }>(sql`
            select count(*)::int as missing from sandbox_payments s
            where s.status = 'paid' and not exists (
              select 1 from charges c where c.attempt_id = s.attempt_id and c.amount_cents = s.amount_cents)`)
          return row?.missing
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(0)
    expect(await ownDb.$count(orders, sql`${orders.paidAt} is not null`)).toBeGreaterThan(0)
  } finally {
    await worker.stop()
    await web.stop()
  }
}, 300_000)

test('without Redis and Meilisearch the shop sells', async ({ ownDb, ownDbUrl }) => {
  await openForBusiness(ownDb)
  const variant = await aVariant(ownDb, { onHand: 3 })
  const env = { REDIS_URL: 'redis://127.0.0.1:1', MEILISEARCH_URL: 'http://127.0.0.1:1' }
  const web = await startProcess({ databaseUrl: ownDbUrl, env })
  const shopper = aShopper(web.origin)

  await buyPatiently(shopper, variant.id)
  const search = await shopper.visit('/search?q=disque')
  const ready = await shopper.visit('/health/ready')
  await web.stop()

  expect(await ownDb.$count(orders, sql`${orders.paidAt} is not null`)).toBe(1)
  expect(search.status).toBe(200)
  expect(ready.status).toBe(200)
}, 60_000)
