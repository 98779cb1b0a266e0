import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import { products } from '~/catalog/product-tables.server'
import { enqueue } from '~/jobs/enqueue.server'
import type { Database } from '~/platform/db.server'
import { aVariant } from '../a-shop'
import { byWeakLink, type WeakLink } from '../a-weak-link'
import { openForBusiness } from '../open-for-business'
import { startProcess, test as webTest } from '../running-web'
import { fromSomewhere } from '../safe-answer'
import { expect } from '../shop-test'

const AT_ONCE = 60
const PATIENCE_MS = 120_000

type Web = Awaited<ReturnType<typeof startProcess>>
type Fixtures = {
  /** The way to Postgres, for what is started with this address. */
  far: { url: string; link: WeakLink }
  farWeb: Web
}

const test = webTest.extend<Fixtures>({
  far: async ({ ownDbUrl }, use) => {
    const far = await byWeakLink(ownDbUrl)
    await use(far)
    await far.link.close()
  },
  farWeb: async ({ far }, use) => {
    const web = await startProcess({ databaseUrl: far.url })
    await use(web)
    far.link.mend()
    await web.stop()
  },
})

/** Addresses of a shop with one product. */
async function aShop(db: Database): Promise<string[]> {
  await openForBusiness(db)
  await aVariant(db, { onHand: 5 })
  const [product] = await db.select({ slug: products.slug }).from(products)
  return [`/p/${product?.slug}`, '/cart', '/search?q=disque', `/p/${product?.slug}.data`]
}

/** With a cookie, so that no page is one that is kept. */
function look({ origin }: Web, path: string): Promise<Response> {
  return fetch(origin + path, { headers: { cookie: 'cart=x', 'x-forwarded-for': fromSomewhere() } })
}

function lookAtAll(web: Web, paths: readonly string[]): Promise<Response[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, (_, at) => look(web, paths[at % paths.length] ?? '/')))
}

function saying(answers: readonly Response[]): string[] {
  return [
    ...new Set(answers.map(({ status, headers }) => `${status}, ${headers.get('retry-after') ?? 'now'}`)),
  ]
}

async function opens(web: Web, paths: readonly string[]): Promise<void> {
  await expect
    .poll(async () => saying(await lookAtAll(web, paths)), { timeout: 20_000 })
    .toEqual(['200, now'])
}

for (const [what, fail] of [
  ['falls silent', (link: WeakLink) => link.fallSilent()],
  ['breaks off', (link: WeakLink) => link.break()],
] as const)
  test(
    `while Postgres ${what}, every page says when to come again; the shop opens as soon as it is back`,
    async ({ ownDb, far: { link }, farWeb: web }) => {
      const paths = await aShop(ownDb)
      await opens(web, paths)

      fail(link)
      expect(saying(await lookAtAll(web, paths))).toEqual(['503, 5'])
      expect(saying([await look(web, '/cart')])).toEqual(['503, 5'])
      expect((await look(web, '/health/live')).status).toBe(200)
      expect((await look(web, '/health/ready')).status).toBe(503)

      link.mend()
      await opens(web, paths)
    },
    PATIENCE_MS,
  )

test(
  'connections that a network forgot are replaced: who met one may come again at once',
  async ({ ownDb, far: { link }, farWeb: web }) => {
    const paths = await aShop(ownDb)
    await opens(web, paths)

    link.forgetConnections()
    await lookAtAll(web, paths)
    await opens(web, paths)
  },
  PATIENCE_MS,
)

test(
  'a silent Redis or Meilisearch keeps no page from being shown',
  async ({ ownDb, ownDbUrl }) => {
    await aShop(ownDb)
    const redis = await byWeakLink(inject('redisUrl') ?? 'redis://127.0.0.1:1')
    const search = await byWeakLink(inject('meilisearch')?.url ?? 'http://127.0.0.1:1')
    const MEILISEARCH_KEY = inject('meilisearch')?.key ?? ''
    const env = { REDIS_URL: redis.url, MEILISEARCH_URL: search.url, MEILISEARCH_KEY }
    const web = await startProcess({ databaseUrl: ownDbUrl, env })
    const paths = ['/', '/cart', '/search?q=disque', '/search/suggestions?q=dis', '/sign-in']
    try {
      await opens(web, paths)
      for (const { link } of [redis, search]) link.fallSilent()
      expect(saying(await lookAtAll(web, paths))).toEqual(['200, now'])
    } finally {
      await web.stop()
      await redis.link.close()
      await search.link.close()
    }
  },
  PATIENCE_MS,
)

test(
  'a worker goes on with its jobs once Postgres is back',
  async ({ ownDb, far: { url, link } }) => {
    const worker = await startProcess({ databaseUrl: url, script: 'worker' })
    const works = async () => {
      await enqueue(ownDb, { name: 'release-reservations', payload: {}, key: 'asked' })
      const waiting = async () => {
        const [row] = await ownDb.execute<{ jobs: number }>(
          sql`select count(*)::int as jobs from graphile_worker._private_jobs where key = 'asked'`,
        )
        return row?.jobs
      }
      await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
    }
    try {
      await works()
      for (const fail of [link.fallSilent, link.break]) {
        fail()
        await link.untilMet()
        link.mend()
        await works()
      }
    } finally {
      link.mend()
      await worker.stop()
    }
  },
  PATIENCE_MS,
)
