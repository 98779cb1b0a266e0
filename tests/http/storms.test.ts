import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { orders } from '~/orders/order-tables.server'
import { recomputeDocuments } from '~/search/recompute-documents.server'
import { searchLog } from '~/search/search-tables.server'
import { aVariant, stockOf } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, test } from '../running-web'
import { aShopper, walkToReview } from '../shopper'

/** Ratios of waiting times mean something on a machine that does nothing else: only `npm run chaos` measures them. */
const storm = test.runIf(process.env.CHAOS)
const WALKS = 12
const PATIENCE_MS = 600_000

/** How long a person waits from the cart to the bank's page, in the middle of several walks. */
async function waitOfAShopper(web: RunningWeb, variantId: number): Promise<number> {
  const waits: number[] = []
  for (let walk = 0; walk < WALKS; walk++) {
    const shopper = aShopper(web.origin)
    const began = performance.now()
    await shopper.visit('/search?q=disque')
    await shopper.post('/cart', { intent: 'add', variantId: `${variantId}`, quantity: '1' })
    const bank = await shopper.submit(await walkToReview(shopper), 'agreedTo', { gateway: 'sandbox' })
    waits.push(performance.now() - began)
    expect(bank.url).toContain('/sandbox-bank/')
  }
  return waits.sort((one, other) => one - other)[WALKS / 2] ?? 0
}

/** Does something again and again at a pace, until what is beside it has been measured. */
async function beside<Measured>(
  attack: (turn: number) => Promise<unknown>,
  { perSecond }: { perSecond: number },
  measure: () => Promise<Measured>,
): Promise<Measured> {
  const begun: Promise<unknown>[] = []
  let isOver = false
  const attacking = (async () => {
    for (let turn = 0; !isOver; turn++) {
      begun.push(attack(turn).catch(() => {}))
      await sleep(1000 / perSecond)
    }
  })()
  const measured = await measure()
  isOver = true
  await attacking
  await Promise.all(begun)
  return measured
}

storm(
  'a storm of unpaid orders from one IP empties no shelf, and others buy as before',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const wanted = await aVariant(ownDb, { onHand: 156, weightGrams: 10 })
    const other = await aVariant(ownDb, { onHand: 500 })
    const alone = await waitOfAShopper(web, other.id)
    const ip = '203.0.113.66'

    const withStorm = await beside(
      async (turn) => {
        const attacker = aShopper(web.origin, { ip })
        await attacker.post('/cart', { intent: 'add', variantId: `${wanted.id}`, quantity: '90' })
        const review = await walkToReview(attacker, { email: `stranger-${turn}@example.test` })
        await attacker.submit(review, 'agreedTo', { gateway: 'sandbox' })
      },
      { perSecond: 2 },
      () => waitOfAShopper(web, other.id),
    )

    console.info(
      `a shopper waits ${Math.round(alone)} ms alone, ${Math.round(withStorm)} ms beside the storm`,
    )
    expect((await stockOf(ownDb, wanted.id)).reserved).toBeLessThanOrEqual(50)
    expect(await ownDb.$count(orders, sql`${orders.email} like 'stranger-%'`)).toBeLessThanOrEqual(20)
    expect(withStorm / alone).toBeLessThanOrEqual(2)
  },
  PATIENCE_MS,
)

storm(
  'a storm of searches from one IP leaves thirty rows and the engine on, and others search as before',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const { id, productId } = await aVariant(ownDb, { onHand: 500, name: 'Disque ventilé' })
    await recomputeDocuments(ownDb, { ids: [productId] })
    const alone = await waitOfAShopper(web, id)
    const heavy = Array.from({ length: 12 }, (_, word) => `zz${word}x`).join(' ')

    const withStorm = await beside(
      async (turn) => {
        const path = `/search?q=${encodeURIComponent(`${heavy} ${turn}`)}`
        const answer = await web.ask(path, { headers: { 'x-forwarded-for': '203.0.113.67' } })
        await answer.arrayBuffer()
      },
      { perSecond: 50 },
      () => waitOfAShopper(web, id),
    )
    await web.ask('/health/ready')

    console.info(
      `a shopper waits ${Math.round(alone)} ms alone, ${Math.round(withStorm)} ms beside the storm`,
    )
    expect(await ownDb.$count(searchLog)).toBeLessThanOrEqual(30)
    expect(withStorm / alone).toBeLessThanOrEqual(2)
  },
  PATIENCE_MS,
)
