import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { families, ranges } from '~/catalog/family-tables.server'
import { products } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { aProbedWeb, type ProbedWeb } from '../a-probed-web'
import { aSearchableShop } from '../a-searchable-shop'
import { aType, fitted } from '../a-vehicle'
import { openForBusiness } from '../open-for-business'
import { test as webTest } from '../running-web'
import { FORM, fromSomewhere } from '../safe-answer'
import { expect } from '../shop-test'

/** What one request may hold the loop for, in pieces of the probe's work: fifty milliseconds where these take five. */
const MOST_PIECES = 10
const MOST_MEGABYTES = 300
/** Other programs have their turns too: of several tries the least counts. */
const TRIES = 6
const LONGEST_URL = 7_900
const FORM_BYTES = 255 * 1024
const PATIENCE_MS = 600_000

type Asked = { path: string; body?: string; type?: string }

/** Values for the parameters of URLs, with which the pages are whole ones. A new parameter needs one, too. */
async function valuesIn(db: Database): Promise<Record<string, string>> {
  const { ids } = await aSearchableShop(db)
  const names = { make: 'renault', model: 'clio-iii', slug: '1-5-dci' }
  await fitted(db, { typeId: await aType(db, names), productId: ids.frontDisc })
  const [found] = await db
    .select({ slug: products.slug, range: ranges.slug, family: families.slug })
    .from(products)
    .innerJoin(ranges, eq(ranges.id, products.rangeId))
    .innerJoin(families, eq(families.id, ranges.familyId))
    .where(eq(products.id, ids.frontDisc))
  if (!found) throw new Error('The shop has no products')
  const { make, model, slug: type } = names
  return {
    ...{ slug: found.slug, range: found.range, family: found.family, make, model, type },
    ...{ page: 'privacy', order: '1', number: '1', id: '1', payment: '1', name: 'pages' },
  }
}

/** The path of every route that the shop answers, and whether it takes forms. */
async function pathsAndForms(
  values: Record<string, string>,
): Promise<{ path: string; takesForms: boolean }[]> {
  const build: ServerBuild = await import(pathToFileURL('build/server/index.js').href)
  return Object.entries(build.routes).flatMap(([id, route]) => {
    if (!route || id === 'root') return []
    const parts: string[] = []
    for (let part = build.routes[id]; part; part = build.routes[part.parentId ?? ''])
      if (part.path) parts.unshift(part.path)
    const path = `/${parts.join('/')}`
      .replace(/:(\w+)\??/g, (_, name: string) => {
        const value = values[name]
        if (!value) throw new Error(`Which ${name} is there at ${id}? Give the test a value for it`)
        return value
      })
      .replace(/\*$/, 'x')
    return [{ path, takesForms: route.module.action !== undefined }]
  })
}

const upTo = (length: number, piece: (at: number) => string) => {
  let text = ''
  for (let at = 0; text.length < length; at++) text += piece(at)
  return text.slice(0, length)
}

/** So many filters, words and numbers as a URL holds and the checks let through. */
const QUERIES = [
  Array.from({ length: 390 }, (_, at) => `brand=bosch-${at}`).join('&'),
  Array.from({ length: 300 }, (_, at) => `a.diameter_mm=${at}-${at + 9}`).join('&'),
  `q=${upTo(LONGEST_URL - 300, (at) => `disque${at % 7}+`)}`,
  `q=${upTo(1_000, (at) => `${'aeiouy'[at % 6]}+`)}&brand=bosch&price=1-9&a.axle=front&stock=1`,
  `next=${upTo(LONGEST_URL - 300, () => '/a')}&page=49999&after=1.1&vehicle=1`,
]

function largestFor({ path, takesForms }: { path: string; takesForms: boolean }): Asked[] {
  const asked: Asked[] = QUERIES.map((query) => ({ path: `${path}?${query}` }))
  const name = path === '/' ? '/_root' : path.replace(/\/$/, '')
  asked.push({ path: `${name}.data?_routes=${upTo(7_000, (at) => `routes/_shop.${at},`)}` })
  if (!takesForms) return asked
  for (const body of [
    upTo(FORM_BYTES, (at) => `field${at}=${at}&`),
    `intent=add&email=a%40b.fr&password=${upTo(FORM_BYTES / 2 - 100, () => 'é')}`,
    `quantity=${'9'.repeat(FORM_BYTES - 100)}`,
    `variantId=1&quantity=1&${upTo(FORM_BYTES - 100, () => 'a.b.c.d[]=1&')}`,
  ])
    asked.push({ path, body, type: FORM })
  return asked
}

/** What is answered before any route, and paths that none knows. */
async function doorsBeforeRoutes({ origin }: ProbedWeb): Promise<Asked[]> {
  const html = await (await fetch(origin)).text()
  const version = /"version":"(\w+)"/.exec(html)?.[1] ?? ''
  const script = /\/assets\/[\w-]+\.js/.exec(html)?.[0] ?? ''
  const manifest = (links: string) => ({ path: `/__manifest?version=${version}&${links}` })
  const nested = '{"a":'.repeat(150_000)
  return [
    manifest(`p=${'/a'.repeat(3_700)}`),
    manifest(`p=${'/c'.repeat(3_700)}`),
    manifest(Array.from({ length: 390 }, (_, at) => `p=/c/a/${at}/b/c`).join('&')),
    { path: '/a'.repeat(LONGEST_URL / 2) },
    { path: `/${'%61'.repeat(LONGEST_URL / 3 - 1)}` },
    { path: `/p/${'-a'.repeat(LONGEST_URL / 2 - 3)}` },
    { path: `/en${'/c'.repeat(LONGEST_URL / 2 - 2)}.data` },
    { path: `/sitemaps/${'vehicles-1'.repeat(700)}.xml` },
    ...['models', 'vehicles-1', 'products-1'].map((name) => ({ path: `/sitemaps/${name}.xml` })),
    { path: `/media/${'a/'.repeat(3_900)}x.avif` },
    { path: script },
    { path: '/favicon.svg' },
    { path: '/health/ready' },
    { path: '/metrics' },
    ...['stripe', 'paybox'].flatMap((bank) => [
      { path: `/webhooks/${bank}`, body: nested, type: 'application/json' },
      { path: `/webhooks/${bank}`, body: upTo(1_000_000, (at) => `a${at % 50}=1&`), type: FORM },
    ]),
  ]
}

async function ask({ origin }: ProbedWeb, { path, body, type = '' }: Asked, cookie: string): Promise<number> {
  const headers = { origin, cookie, 'x-forwarded-for': fromSomewhere(), 'accept-encoding': 'identity' }
  const answer = await fetch(origin + path, {
    redirect: 'manual',
    headers: { ...headers, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { method: 'POST', body }),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** How long the loop stood still for a request, in pieces of work; and what was answered. */
async function holdOf(web: ProbedWeb, asked: Asked, cookie: string) {
  let pieces = Number.POSITIVE_INFINITY
  let status = 0
  for (let tried = 0; tried < TRIES && pieces > MOST_PIECES; tried++) {
    const piece = await web.probe('worked')
    await web.probe('reset')
    status = await ask(web, asked, cookie)
    pieces = Math.min(pieces, (await web.probe('held')) / piece)
  }
  return { pieces, status }
}

const test = webTest.extend<{ probed: ProbedWeb }>({
  probed: async ({ ownDbUrl }, use) => {
    const web = await aProbedWeb(ownDbUrl)
    await use(web)
    await web.stop()
  },
})

test(
  'no request that is let through holds up the others, and none leaves its weight behind',
  async ({ ownDb, probed: web, web: { signedIn } }) => {
    await openForBusiness(ownDb)
    const all = await pathsAndForms(await valuesIn(ownDb))
    const staff = await signedIn(9)
    const cookieFor = ({ path }: Asked) => (path.startsWith('/admin') ? staff : 'cart=x')
    // By then the sections are open, and most of what runs is compiled.
    for (const { path } of all) await ask(web, { path }, cookieFor({ path }))

    const wrong: string[] = []
    for (const asked of [...(await doorsBeforeRoutes(web)), ...all.flatMap(largestFor)]) {
      const { pieces, status } = await holdOf(web, asked, cookieFor(asked))
      const said = `${asked.body ? 'POST' : 'GET'} ${asked.path.slice(0, 100)}: ${status}`
      if (pieces > MOST_PIECES || status >= 500) wrong.push(`${said}, ${pieces.toFixed(1)} pieces`)
    }

    expect(wrong).toEqual([])
    await expect.poll(() => web.probe('memory'), { timeout: 10_000 }).toBeLessThan(MOST_MEGABYTES)
  },
  PATIENCE_MS,
)
