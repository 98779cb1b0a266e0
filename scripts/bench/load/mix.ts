import { setTimeout as sleep } from 'node:timers/promises'
import { type Random, randomFrom } from '../../../demo/random'
import { buyOne } from './checkout'
import { type Client, nextIp, openClient } from './client'
import type { Asked, Load, MixJob, OrderToBuy } from './jobs'
import { startTally } from './tally'

/**
 * Who visits a shop, in percent of visits. Of a hundred views three put something into a cart and one is bought, as in the
 * published events of Retailrocket (2,664,312 views, 69,332 carts, 22,457 sales) and of Synerise (RecSys Challenge 2025:
 * 6 % of events are searches); buying is drawn a little more often, so that it is exercised. Visits to pages that the
 * shop does not have yet (card sets, blog) look at listings and legal texts.
 */
const VISITS: [kind: Visit, percent: number][] = [
  ['one page', 45],
  ['parts for a vehicle', 25],
  ['search', 18],
  ['listings', 5],
  ['texts', 4],
  ['fill a cart', 2],
  ['buy', 1],
]
type Visit = 'one page' | 'parts for a vehicle' | 'search' | 'listings' | 'texts' | 'fill a cart' | 'buy'

/** Pages of a visit by the part of visits that have no more: median 2, p90 18, p99 119 (RecSys Challenge 2025). */
const PAGES: [part: number, pages: number][] = [
  [0, 1],
  [0.5, 2],
  [0.9, 18],
  [0.99, 119],
  [1, 119],
]

/** Negative exponential, as TPC-W has it. */
const THINKING = { meanSeconds: 7, mostSeconds: 70 }
/** A share of requests that a public access log shows (1,397 of 9,999). */
const BOTS_PERCENT = 14
const BOT = { 'user-agent': 'Mozilla/5.0 (compatible; Examplebot/1.0; +https://example.test/bot)' }
const BROWSER = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' }

/** People visit, think, leave and others come. `haste` shortens their thinking, so that few people make the load of many. */
export async function visitAsPeopleDo({ origin, visitors, haste, seconds, ...shop }: MixJob): Promise<Load> {
  const client = openClient(origin, { connections: visitors })
  const tally = startTally()
  const until = performance.now() + seconds * 1000
  const timed = timing(client, tally)

  await Promise.all(
    Array.from({ length: visitors }, async (_, index) => {
      const random = randomFrom('visitor', index)
      await sleep(think(random, haste))
      while (performance.now() < until) await visit({ client: timed, random, shop, haste, until })
    }),
  )
  client.close()
  return tally.end()
}

type Shop = Omit<MixJob, 'kind' | 'origin' | 'visitors' | 'haste' | 'seconds'>
type Visiting = { client: Client; random: Random; shop: Shop; haste: number; until: number }

async function visit({ client, random, shop, haste, until }: Visiting): Promise<void> {
  const kind = drawn(VISITS, random)
  const isBot = random.chance(BOTS_PERCENT)
  const headers = { ...(isBot ? BOT : BROWSER), 'x-forwarded-for': nextIp() }
  const isLong = kind === 'parts for a vehicle' || kind === 'search' || kind === 'listings'
  const count = isLong ? pagesOf(random) : 1
  const vehicle = popular(shop.withVehicle, random)

  for (let page = 0; page < count && performance.now() < until; page++) {
    const { path, headers: own } = nextPage(kind, page, { random, shop, vehicle })
    await client.ask({ path, headers: { ...headers, ...own } })
    if (!isBot) await sleep(think(random, haste))
  }
  const order = popular(shop.orders, random)
  if (kind === 'fill a cart') await fillCart(client, order, headers)
  if (kind === 'buy') await buyOne(client, order)
}

function nextPage(
  kind: Visit,
  page: number,
  { random, shop, vehicle }: { random: Random; shop: Shop; vehicle: Asked },
): Asked {
  const product = popular(shop.products, random)
  switch (kind) {
    case 'parts for a vehicle':
      return page % 3 === 0
        ? vehicle
        : { path: product.path, ...(vehicle.headers && { headers: vehicle.headers }) }
    case 'search':
      return page % 2 === 0
        ? { path: `/search?${new URLSearchParams({ q: popular(shop.words, random) })}` }
        : product
    case 'listings':
      return page % 2 === 0 ? popular(shop.ranges, random) : product
    case 'texts':
      return { path: random.chance(50) ? '/' : '/legal/terms' }
    default:
      return random.chance(30) ? { path: '/' } : product
  }
}

async function fillCart(client: Client, { variantId }: OrderToBuy, headers: Record<string, string>) {
  const fields = { intent: 'add', variantId: String(variantId), quantity: '1' }
  const { cookies } = await client.submit('/cart', fields, headers)
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
  await client.ask({ path: '/cart', headers: { ...headers, cookie } })
}

/** The same client, with what it waits for counted. */
function timing(client: Client, tally: ReturnType<typeof startTally>): Client {
  const counted =
    <Arguments extends unknown[]>(send: (...given: Arguments) => ReturnType<Client['ask']>) =>
    async (...given: Arguments) => {
      const began = performance.now()
      const answer = await send(...given)
      tally.count(performance.now() - began)
      if (answer.status >= 400) tally.fail(`${JSON.stringify(given[0])} answered ${answer.status}`)
      return answer
    }
  return { ...client, ask: counted(client.ask), submit: counted(client.submit) }
}

/** The second of a list is wanted half as often as the first, the third a third as often (Zipf, s = 1). */
function popular<Item>(items: readonly Item[], random: Random): Item {
  const place = Math.floor((items.length + 1) ** random.number(0, 1, 6)) - 1
  return items[Math.min(place, items.length - 1)] as Item
}

function think(random: Random, haste: number): number {
  const seconds = -Math.log(1 - random.number(0, 0.999999, 6)) * THINKING.meanSeconds
  return (Math.min(seconds, THINKING.mostSeconds) * 1000) / haste
}

function pagesOf(random: Random): number {
  const part = random.number(0, 1, 4)
  const above = PAGES.findIndex(([limit]) => limit >= part)
  const [[low, few], [high, many]] = [PAGES[Math.max(0, above - 1)] ?? [0, 1], PAGES[above] ?? [1, 119]]
  const share = high === low ? 0 : (part - low) / (high - low)
  return Math.round(few * (many / few) ** share)
}

function drawn(among: readonly [kind: Visit, percent: number][], random: Random): Visit {
  let left = random.int(1, 100)
  for (const [kind, percent] of among) {
    left -= percent
    if (left <= 0) return kind
  }
  return 'one page'
}
