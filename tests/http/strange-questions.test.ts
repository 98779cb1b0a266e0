import { setTimeout as sleep } from 'node:timers/promises'
import { products } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { aProbedWeb, type ProbedWeb } from '../a-probed-web'
import { aVariant } from '../a-shop'
import { byWeakLink } from '../a-weak-link'
import { openForBusiness } from '../open-for-business'
import { test as webTest } from '../running-web'
import { fromSomewhere } from '../safe-answer'
import { expect } from '../shop-test'

/** Beside a storm, so many times as long as without may a shopper wait. */
const MOST_WAITING = 2
const MOST_MEGABYTES = 300
const LOOKS = 60
/** Two pages each: uncompressed they weigh more together than may be kept. */
const PRODUCTS = 400
const PATIENCE_MS = 600_000

/** With every processor for themselves: how long waits are says nothing beside other tests. */
const test = webTest.extend<{ probed: ProbedWeb }>({
  probed: async ({ ownDbUrl }, use) => {
    const web = await aProbedWeb(ownDbUrl)
    await use(web)
    await web.stop()
  },
})

type Ask = (path: string, headers?: Record<string, string>) => Promise<Response>

function askerAt({ origin }: { origin: string }): Ask {
  return (path, headers = {}) =>
    fetch(origin + path, { headers: { 'x-forwarded-for': fromSomewhere(), ...headers } })
}

async function aShop(db: Database, count: number): Promise<string[]> {
  await openForBusiness(db)
  for (let made = 0; made < count; made++) await aVariant(db)
  return (await db.select({ slug: products.slug }).from(products)).map(({ slug }) => `/p/${slug}`)
}

/** What a shopper waits for a page, in the middle of all looks. */
async function medianWait(ask: Ask, paths: readonly string[]): Promise<number> {
  const waits: number[] = []
  for (let look = 0; look < LOOKS; look++) {
    const begun = performance.now()
    await (await ask(paths[look % paths.length] ?? '/', { cookie: 'cart=x' })).arrayBuffer()
    waits.push(performance.now() - begun)
    await sleep(20)
  }
  return waits.sort((a, b) => a - b)[LOOKS / 2] ?? 0
}

/** Five strange requests a second, whether or not the last was answered. */
function storm(send: () => Promise<unknown>) {
  const sent: Promise<unknown>[] = []
  const sending = setInterval(() => sent.push(send().catch(() => {})), 200)
  return async () => {
    clearInterval(sending)
    await Promise.all(sent)
  }
}

const read = async (answer: Promise<Response>) => void (await (await answer).arrayBuffer())

const STORMS: [what: string, strange: (version: string) => string][] = [
  ['links of a thousand parts', (version) => `/__manifest?version=${version}&p=${'/c'.repeat(3_600)}`],
  ['lists with hundreds of filters', () => `/search?q=disque&${'a.axle=front&brand=bosch&'.repeat(150)}`],
  ['sitemaps, uncompressed', () => '/sitemaps/products-1.xml'],
]

for (const [what, strange] of STORMS)
  test.runIf(process.env.CHAOS)(
    `a shopper beside a stranger who asks for ${what} hardly notices`,
    async ({ ownDb, probed: web }) => {
      const [path = '/'] = await aShop(ownDb, 20)
      const ask = askerAt(web)
      const version = /"version":"(\w+)"/.exec(await (await ask('/')).text())?.[1] ?? ''
      await medianWait(ask, [path, '/cart'])

      const before = await medianWait(ask, [path, '/cart'])
      const calm = storm(() => read(ask(strange(version), { 'accept-encoding': 'identity' })))
      const beside = await medianWait(ask, [path, '/cart'])
      await calm()

      expect(beside / before).toBeLessThan(MOST_WAITING)
      expect(await web.probe('memory')).toBeLessThan(MOST_MEGABYTES)
    },
    PATIENCE_MS,
  )

test.runIf(process.env.CHAOS)(
  'thousands of kept pages in every encoding weigh what they may, and no more',
  async ({ ownDb, probed: web }) => {
    const paths = await aShop(ownDb, PRODUCTS)
    const ask = askerAt(web)
    for (const encoding of ['identity', 'gzip', 'br'])
      for (const path of paths.flatMap((one) => [one, `/en${one}`]))
        await read(ask(path, { 'accept-encoding': encoding }))

    expect(await web.probe('memory')).toBeLessThan(MOST_MEGABYTES)
  },
  PATIENCE_MS,
)

test.runIf(process.env.CHAOS)(
  'a crowd before a silent database: everybody is told within two seconds, and served within five of its return',
  async ({ ownDb, ownDbUrl }) => {
    const [path = '/'] = await aShop(ownDb, 1)
    const { url, link } = await byWeakLink(ownDbUrl)
    const web = await aProbedWeb(url)
    const ask = askerAt(web)
    const look = async () => {
      const begun = performance.now()
      const { status } = await ask(path, { cookie: 'cart=x' })
      return { status, ms: performance.now() - begun }
    }
    try {
      await look()
      link.fallSilent()
      const crowd = await Promise.all(Array.from({ length: 40 }, (_, at) => sleep(at * 20).then(look)))
      const back = performance.now()
      link.mend()
      await expect.poll(async () => (await look()).status, { timeout: 20_000 }).toBe(200)

      expect(new Set(crowd.map(({ status }) => status))).toEqual(new Set([503]))
      expect(Math.max(...crowd.map(({ ms }) => ms))).toBeLessThan(2_000)
      expect(performance.now() - back).toBeLessThan(5_000)
    } finally {
      link.mend()
      await web.stop()
      await link.close()
    }
  },
  PATIENCE_MS,
)
