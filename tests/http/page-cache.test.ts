import { request as rawRequest } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq, sql } from 'drizzle-orm'
import { products, productTexts } from '~/catalog/product-tables.server'
import { setStockOnHand } from '~/inventory/set-stock-on-hand.server'
import type { Database } from '~/platform/db.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { aVariant } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, startProcess, test } from '../running-web'
import { fromSomewhere } from '../safe-answer'
import { until } from '../until'

/** Each test starts web processes of its own, beside others. */
const PATIENCE_MS = 120_000

type Raw = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** With exactly these headers, and the body as it travelled. */
function askRaw(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<Raw>((resolve, reject) => {
    const { port } = new URL(origin)
    const sent = { host: `localhost:${port}`, 'x-forwarded-for': fromSomewhere(), ...headers }
    rawRequest({ port, path, method, headers: sent })
      .on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        )
      })
      .on('error', reject)
      .end()
  })
}

const isKept = ({ headers }: Raw) =>
  headers.etag !== undefined && !String(headers['content-security-policy']).includes("'nonce-")

async function metric({ origin }: Pick<RunningWeb, 'origin'>, name: string): Promise<number> {
  const { body } = await askRaw(origin, '/metrics')
  const line = body
    .toString()
    .split('\n')
    .find((one) => one.startsWith(`${name} `))
  return Number(line?.split(' ')[1])
}

const drawn = (web: RunningWeb) => metric(web, 'kept_pages_total{outcome="drawn"}')
const hears = async (web: Pick<RunningWeb, 'origin'>) => (await metric(web, 'changes_are_heard')) === 1

test(
  'a kept page travels in the best encoding its reader knows, and not at all to who has it already',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const variant = await aVariant(ownDb, { name: 'Disque ventilé' })
    const path = await pathOf(ownDb, variant)
    const ask = (encoding: string, headers = {}, method = 'GET') =>
      askRaw(web.origin, path, { 'accept-encoding': encoding, ...headers }, method)

    const plain = await ask('identity')
    const html = plain.body.toString()
    expect(isKept(plain)).toBe(true)
    expect(html).toContain('Disque ventilé')
    expect(html).not.toMatch(/nonce=|request-id/)
    expect(plain.headers['content-length']).toBe(String(plain.body.length))
    expect(plain.headers['cache-control']).toBe('private, no-cache')

    const [brotli, zipped] = [await ask('gzip, deflate, br'), await ask('gzip')]
    expect([brotli.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual(['br', 'gzip'])
    expect(brotliDecompressSync(brotli.body).toString()).toBe(html)
    expect(gunzipSync(zipped.body).toString()).toBe(html)
    for (const [header, encoding] of [
      ['br;q=0, gzip', 'gzip'],
      ['br;q=0.0, gzip;q=0', undefined],
      ['*', 'br'],
      ['*;q=0', undefined],
      ['zstd', undefined],
    ] as const)
      expect((await ask(header)).headers['content-encoding'], header).toBe(encoding)

    const etag = String(plain.headers.etag)
    for (const known of [etag, `"other", ${etag}`, '*']) {
      const answer = await ask('br', { 'if-none-match': known })
      expect([answer.status, answer.body.length, answer.headers.etag], known).toEqual([304, 0, etag])
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    }
    expect((await ask('br', { 'if-none-match': '"other"' })).status).toBe(200)

    const head = await ask('identity', {}, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      plain.headers['content-length'],
    ])
    const ids = new Set([plain, brotli, zipped, head].map((answer) => answer.headers['x-request-id']))
    expect(ids.size).toBe(4)
  },
  PATIENCE_MS,
)

test(
  'only what everybody is shown alike is kept: no cookie, no question, no foreign host, no missing page',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const variant = await aVariant(ownDb)
    const path = await pathOf(ownDb, variant)
    const ask = (at: string, headers = {}) => askRaw(web.origin, at, headers)

    expect(isKept(await ask(path))).toBe(true)
    expect(isKept(await ask(path))).toBe(true)
    for (const cookie of ['cart=x', 'session=x', 'garage=x', '__Host-cart=x', 'flash=later'])
      expect(isKept(await ask(path, { cookie })), cookie).toBe(false)
    for (const question of ['?utm=1', '?page=2', `?variant=${variant.sku}`, '?', '?_data=x'])
      expect(isKept(await ask(path + question)), question).toBe(false)
    for (const other of [
      '/cart',
      '/sign-in',
      '/search',
      '/checkout',
      '/garage',
      '/nowhere',
      '/p/nothing',
      `${path}/`,
    ])
      expect(isKept(await ask(other)), other).toBe(false)
    expect((await ask(path, { host: 'evil.test' })).status).toBe(421)
    expect((await askRaw(web.origin, path, {}, 'POST')).status).toBe(415)

    const known = String((await ask(path)).headers.etag)
    const mine = await ask(path, { cookie: 'cart=x', 'if-none-match': known })
    expect([mine.status, mine.headers.etag]).toEqual([200, undefined])
  },
  PATIENCE_MS,
)

test(
  'fifty who want the same new page wait for one drawing of it (R-27)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const [variant, other] = [await aVariant(ownDb), await aVariant(ownDb)]
    const [path, otherPath] = [await pathOf(ownDb, variant), await pathOf(ownDb, other)]
    await until(() => hears(web))
    // News arrive in order: once a second change is seen on a kept page, what came before them was heard.
    for (const [baseCents, shown] of [
      [2490, '24,90'],
      [2590, '25,90'],
    ] as const) {
      await ownDb.update(variantPrices).set({ baseCents }).where(eq(variantPrices.variantId, other.id))
      await until(async () => (await askRaw(web.origin, otherPath)).body.toString().includes(shown))
    }
    const before = await drawn(web)

    const answers = await Promise.all(Array.from({ length: 50 }, () => askRaw(web.origin, path)))

    expect(new Set(answers.map((answer) => answer.body.toString())).size).toBe(1)
    expect(answers.every(isKept)).toBe(true)
    expect((await drawn(web)) - before).toBe(1)
  },
  PATIENCE_MS,
)

test(
  'what changes in the shop changes on the kept pages of every process: price, words, stock, and whether it is sold',
  async ({ ownDb, ownDbUrl, web }) => {
    await openForBusiness(ownDb)
    const other = await startProcess({ databaseUrl: ownDbUrl })
    const { id, productId } = await aVariant(ownDb, { name: 'Disque plein', priceCents: 1990, onHand: 10 })
    const path = await pathOf(ownDb, { productId })
    const pages = () =>
      Promise.all(
        [web, other].map(async ({ origin }) => askRaw(origin, path, { 'accept-encoding': 'identity' })),
      )
    const allSay = async (words: string) => {
      const shown = await pages()
      return shown.every((page) => isKept(page) && page.body.toString().includes(words))
    }

    await until(async () => (await hears(web)) && (await hears(other)))
    await until(() => allSay('19,90'))
    await ownDb.update(variantPrices).set({ baseCents: 2490 }).where(eq(variantPrices.variantId, id))
    await until(() => allSay('24,90'))
    await ownDb
      .update(productTexts)
      .set({ name: 'Disque ventilé' })
      .where(eq(productTexts.productId, productId))
    await until(() => allSay('Disque ventilé'))
    await setStockOnHand(ownDb, { variantId: id, onHand: 2, basedOn: 10, actor: 'test' })
    await until(() => allSay('Plus que 2'))
    await setStockOnHand(ownDb, { variantId: id, onHand: 0, basedOn: 2, actor: 'test' })
    await until(() => allSay('Épuisé'))
    await ownDb.update(products).set({ status: 'archived' }).where(eq(products.id, productId))
    await until(async () => (await pages()).every((page) => page.status === 404))
    await other.stop()
  },
  PATIENCE_MS,
)

test(
  'a process whose ears were cut off shows nothing old once it hears again',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const { id, productId } = await aVariant(ownDb, { priceCents: 1990 })
    const path = await pathOf(ownDb, { productId })
    const page = async () =>
      (await askRaw(web.origin, path, { 'accept-encoding': 'identity' })).body.toString()
    await until(() => hears(web))
    await until(async () => (await page()).includes('19,90'))

    await ownDb.transaction(async (tx) => {
      await tx.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'comptoir-changes'`)
      await tx.update(variantPrices).set({ baseCents: 2490 }).where(eq(variantPrices.variantId, id))
    })

    await until(async () => (await page()).includes('24,90'))
    await until(() => hears(web))
    expect(await page()).toContain('24,90')
  },
  PATIENCE_MS,
)

async function pathOf(db: Database, { productId }: { productId: number }): Promise<string> {
  const [product] = await db.select({ slug: products.slug }).from(products).where(eq(products.id, productId))
  return `/p/${product?.slug}`
}
