import { nextIp, openClient } from './client'
import type { Load } from './jobs'
import { repeatedly, startTally } from './tally'

/** The form of a product's page, sent by one new visitor after the other: each addition opens a cart. */
export async function addToCarts({
  origin,
  variantIds,
  atOnce,
  seconds,
}: {
  origin: string
  variantIds: number[]
  atOnce: number
  seconds: number
}): Promise<Load> {
  const client = openClient(origin, { connections: atOnce })
  const tally = startTally()
  await repeatedly({ atOnce, seconds }, async (turn) => {
    const variantId = String(variantIds[turn % variantIds.length])
    const began = performance.now()
    const { status } = await client.submit(
      '/cart',
      { intent: 'add', variantId, quantity: '1' },
      { 'x-forwarded-for': nextIp() },
    )
    tally.count(performance.now() - began)
    if (status !== 303) tally.fail(`adding to the cart answered ${status}`)
  })
  client.close()
  return tally.end()
}
