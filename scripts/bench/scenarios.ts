import type { Floors } from './floors'
import type { Asked, LoadJob } from './load/jobs'
import type { Stack } from './stack'
import type { World } from './world'

export type Scenario = {
  name: string
  /** Reading comes first: what orders set off in the worker would disturb it. */
  kind: 'floor' | 'reading' | 'writing'
  job: (seconds: number) => LoadJob
  /** The process whose computing time is told, when it is not the shop's web process. */
  servedBy?: number
}

const CONNECTIONS = 8
const PER_SECOND = 40
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' }
const CACHED_PAGES = 50

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

export function listScenarios(stack: Stack, world: World, floors: Floors): Scenario[] {
  const { origin } = stack
  const stored = storedPages(world)
  const { cartCookie } = floors
  const asVisitor = (asked: Asked[]) =>
    asked.map(({ path, headers }) => ({
      path,
      headers: { ...COMPRESSED, cookie: [headers?.cookie, cartCookie].filter(Boolean).join('; ') },
    }))
  const search = world.words.map((q) => ({ path: `/search?${new URLSearchParams({ q })}` }))
  const suggestions = world.words.map((q) => ({ path: `/search/suggestions?${new URLSearchParams({ q })}` }))

  const flood = (name: string, asked: Asked[], at = origin): Scenario => ({
    name,
    kind: 'reading',
    job: (seconds) => ({
      kind: 'flood',
      origin: at,
      asked: addressed(asked),
      connections: CONNECTIONS,
      seconds,
    }),
  })
  const paced = (name: string, asked: Asked[], at = origin): Scenario => ({
    name,
    kind: 'reading',
    job: (seconds) => ({ kind: 'paced', origin: at, asked, perSecond: PER_SECOND, seconds }),
  })
  const bare = (name: string, asked: Asked[]): Scenario => ({
    ...flood(name, asked, floors.bare.origin),
    kind: 'floor',
    servedBy: floors.bare.pid,
  })
  const { meilisearch } = floors

  return [
    bare('floor: node:http, the home page', stored.home),
    flood('home, cached', stored.home),
    flood('home, not cached', asVisitor(stored.home)),
    bare('floor: node:http, the listings', stored.listing),
    flood('listing, cached', stored.listing),
    flood('listing, not cached', asVisitor(world.ranges)),
    flood('listing with vehicle', asVisitor(world.withVehicle)),
    bare('floor: node:http, the products', stored.product),
    flood('product, cached', stored.product),
    flood('product, not cached', asVisitor(world.products)),
    ...(meilisearch
      ? [
          {
            ...paced('floor: Meilisearch, the searches', meilisearch.searches, meilisearch.origin),
            kind: 'floor' as const,
          },
          {
            ...paced('floor: Meilisearch, the suggestions', meilisearch.suggestions, meilisearch.origin),
            kind: 'floor' as const,
          },
        ]
      : []),
    paced('search page', asVisitor(search)),
    paced('suggestions', suggestions),
    paced('listing, paced', asVisitor(world.ranges)),
    paced('listing with vehicle, paced', asVisitor(world.withVehicle)),
    paced('product, paced', asVisitor(world.products)),
    {
      name: 'floor: select 1 through the pool',
      kind: 'floor',
      job: (seconds) => ({
        kind: 'select-one',
        databaseUrl: stack.databaseUrl,
        atOnce: CONNECTIONS,
        seconds,
      }),
    },
    ...writing(origin, world),
  ]
}

function writing(origin: string, { orders }: World): Scenario[] {
  const variantIds = orders.map((order) => order.variantId)
  const buying = (atOnce: number): Scenario => ({
    name: `checkout to paid, ${atOnce} at once`,
    kind: 'writing',
    job: (seconds) => ({ kind: 'checkout', origin, orders, atOnce, seconds }),
  })
  return [
    {
      name: 'add to cart',
      kind: 'writing',
      job: (seconds) => ({ kind: 'add-to-cart', origin, variantIds, atOnce: 16, seconds }),
    },
    buying(10),
    buying(50),
  ]
}

let blocks = 0

/** An address for each question, and others for each run: what is limited per visitor stays so. */
function addressed(asked: Asked[]): Asked[] {
  blocks = (blocks + 1) % 200
  const rounds = Math.max(1, Math.ceil(250 / asked.length))
  return Array.from({ length: rounds }, () => asked)
    .flat()
    .map((one, index) => ({
      ...one,
      headers: { ...one.headers, 'x-forwarded-for': `11.${blocks}.${(index >> 8) & 255}.${index & 255}` },
    }))
}
