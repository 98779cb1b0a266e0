import type { Floors } from './floors'
import type { Asked, LoadJob } from './load/jobs'
import type { Watched } from './meter'
import type { Stack } from './stack'
import type { World } from './world'

export type Scenario = {
  name: string
  /** Reading comes first: what orders set off in the worker would disturb it. */
  kind: 'floor' | 'reading' | 'writing'
  job: (seconds: number) => LoadJob
  /** The processes whose computing time and memory are told. */
  watched: Watched
}

const CONNECTIONS = 8
const PER_SECOND = 40
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' }
const CACHED_PAGES = 50
/** Sixty people who think a twentieth of the time make the load of twelve hundred. */
const VISITORS = { visitors: 60, haste: 20 }

/** Pages of which the shop may keep a finished copy. */
export function storedPages(world: World) {
  const plain = (asked: Asked[]) =>
    asked.slice(0, CACHED_PAGES).map(({ path }) => ({ path, headers: COMPRESSED }))
  return {
    home: plain([{ path: '/' }]),
    listing: plain(world.ranges),
    product: plain(world.products),
  }
}

export type Ground = { stack: Stack; world: World; floors: Floors; cartCookie: string }

/** Everything that is asked of one shop. */
export function listScenarios({ stack, world, floors, cartCookie }: Ground): Scenario[] {
  const stored = storedPages(world)
  const { flood } = waysToAsk(stack)
  const bare = (name: string, asked: Asked[]): Scenario => ({
    ...flood(name, asked, floors.bare.origin),
    kind: 'floor',
    watched: { ...stack.watched, web: floors.bare.pid },
  })
  const visitor = asVisitor(cartCookie)
  return [
    bare('floor: node:http, the home page', stored.home),
    flood('home, cached', stored.home),
    flood('home, not cached', visitor(stored.home)),
    bare('floor: node:http, the listings', stored.listing),
    flood('listing, cached', stored.listing),
    flood('listing, not cached', visitor(world.ranges)),
    flood('listing with vehicle', visitor(world.withVehicle)),
    bare('floor: node:http, the products', stored.product),
    flood('product, cached', stored.product),
    flood('product, not cached', visitor(world.products)),
    ...meilisearchFloors(stack, floors),
    ...listPaced({ stack, world, cartCookie }),
    {
      name: 'floor: select 1 through the pool',
      kind: 'floor',
      watched: stack.watched,
      job: (seconds) => ({
        kind: 'select-one',
        databaseUrl: stack.databaseUrl,
        atOnce: CONNECTIONS,
        seconds,
      }),
    },
    ...writing(stack, world),
  ]
}

/** What one visitor waits for while the shop is not at its limit; `where` tells two shops apart. */
export function listPaced({ stack, world, cartCookie }: Omit<Ground, 'floors'>, where = ''): Scenario[] {
  const { paced } = waysToAsk(stack)
  const visitor = asVisitor(cartCookie)
  const asking = (path: string) => world.words.map((q) => ({ path: `${path}?${new URLSearchParams({ q })}` }))
  return [
    paced(`search page${where}`, visitor(asking('/search'))),
    paced(`suggestions${where}`, asking('/search/suggestions')),
    paced(`listing, paced${where}`, visitor(world.ranges)),
    paced(`listing with vehicle, paced${where}`, visitor(world.withVehicle)),
    paced(`product, paced${where}`, visitor(world.products)),
  ]
}

/** No page is kept for somebody with goods in the cart. */
function asVisitor(cartCookie: string) {
  return (asked: Asked[]) =>
    asked.map(({ path, headers }) => ({
      path,
      headers: { ...COMPRESSED, cookie: [headers?.cookie, cartCookie].filter(Boolean).join('; ') },
    }))
}

function waysToAsk({ origin, watched }: Stack) {
  return {
    flood: (name: string, asked: Asked[], at = origin): Scenario => ({
      name,
      kind: 'reading',
      watched,
      job: (seconds) => ({
        kind: 'flood',
        origin: at,
        asked: fromManyIps(asked),
        connections: CONNECTIONS,
        seconds,
      }),
    }),
    paced: (name: string, asked: Asked[], at = origin): Scenario => ({
      name,
      kind: 'reading',
      watched,
      job: (seconds) => ({ kind: 'paced', origin: at, asked, perSecond: PER_SECOND, seconds }),
    }),
  }
}

function meilisearchFloors(stack: Stack, { meilisearch }: Floors): Scenario[] {
  if (!meilisearch) return []
  const { paced } = waysToAsk(stack)
  const { origin, searches, suggestions } = meilisearch
  return [
    { ...paced('floor: Meilisearch, the searches', searches, origin), kind: 'floor' },
    { ...paced('floor: Meilisearch, the suggestions', suggestions, origin), kind: 'floor' },
  ]
}

function writing({ origin, watched }: Stack, { orders, counts: _, ...shop }: World): Scenario[] {
  const variantIds = orders.map((order) => order.variantId)
  const asking = (name: string, job: Scenario['job']): Scenario => ({ name, kind: 'writing', watched, job })
  const buying = (atOnce: number) =>
    asking(`checkout to paid, ${atOnce} at once`, (seconds) => ({
      kind: 'checkout',
      origin,
      orders,
      atOnce,
      seconds,
    }))
  return [
    asking('add to cart', (seconds) => ({ kind: 'add-to-cart', origin, variantIds, atOnce: 16, seconds })),
    buying(10),
    buying(50),
    asking('visits as people make them', (seconds) => ({
      kind: 'mix',
      origin,
      ...VISITORS,
      seconds: 2 * seconds,
      orders,
      ...shop,
    })),
  ]
}

let blocks = 0

/** A client IP for each question, and others for each run: what is limited per visitor stays so. */
function fromManyIps(asked: Asked[]): Asked[] {
  blocks = (blocks + 1) % 200
  const rounds = Math.max(1, Math.ceil(250 / asked.length))
  return Array.from({ length: rounds }, () => asked)
    .flat()
    .map((one, index) => ({
      ...one,
      headers: { ...one.headers, 'x-forwarded-for': `11.${blocks}.${(index >> 8) & 255}.${index & 255}` },
    }))
}
