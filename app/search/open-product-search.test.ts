import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, inject, vi } from 'vitest'
import type { Database } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import type { ProductQuestion } from './engine/product-search'
import { NO_FILTERS } from './listing-filters'
import { openProductSearch, type ProductSearch } from './open-product-search.server'
import { rebuildProductIndex } from './rebuild-product-index.server'
import { recomputeDocuments } from './recompute-documents.server'

const log = openLog({ level: 'silent', process: 'test' })
const closing: (() => void)[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const close of closing.splice(0)) close()
})

const QUESTION: ProductQuestion = {
  language: 'fr',
  query: 'ventilé',
  filters: NO_FILTERS,
  sort: 'relevance',
  page: 1,
  perPage: 24,
  facets: [],
}

async function standIn(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function aShopThatSearches(db: Database, url: string): Promise<ProductSearch> {
  const { productId } = await aVariant(db, { name: 'Disque ventilé' })
  await recomputeDocuments(db, { ids: [productId] })
  return openProductSearch({ db, log, meilisearch: { url, key: 'key' } })
}

async function timed(search: ProductSearch) {
  const began = performance.now()
  const { total, degraded } = await search.search(QUESTION)
  return { total, degraded, ms: performance.now() - began }
}

const troubles: [string, () => Promise<string>][] = [
  ['is not there', async () => 'http://127.0.0.1:9'],
  ['never answers', () => standIn(() => {})],
  ['answers 500', () => standIn((_, response) => response.writeHead(500).end('{}'))],
  ['answers nonsense', () => standIn((_, response) => response.end('<html>'))],
  [
    'knows no index',
    () =>
      standIn((_, response) =>
        response
          .writeHead(404, { 'content-type': 'application/json' })
          .end(
            '{"message":"Index `products_fr` not found.","code":"index_not_found","type":"invalid_request","link":""}',
          ),
      ),
  ],
]

describe.each(troubles)('when Meilisearch %s', (_, trouble) => {
  test('Postgres answers within half a second, and at once from the third search on', async ({ db }) => {
    const search = await aShopThatSearches(db, await trouble())
    const degraded = vi.fn()
    search.onDegraded(degraded)

    const first = await timed(search)
    await timed(search)
    const third = await timed(search)

    expect(first).toMatchObject({ total: 1, degraded: true })
    expect(first.ms).toBeLessThan(900)
    expect(third).toMatchObject({ total: 1, degraded: true })
    expect(third.ms).toBeLessThan(300)
    expect(degraded).toHaveBeenCalledTimes(3)
  })
})

test('a question that Meilisearch refuses does not switch it off for the others', async ({ db }) => {
  const asked = vi.fn()
  const url = await standIn((_, response) => {
    asked()
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end('{"message":"no","code":"invalid_search_filter","type":"invalid_request","link":""}')
  })
  const search = await aShopThatSearches(db, url)
  for (let time = 0; time < 5; time++) expect(await search.search(QUESTION)).toMatchObject({ degraded: true })
  expect(asked).toHaveBeenCalledTimes(5)
})

test('without Meilisearch in the configuration Postgres searches, and nothing is degraded', async ({
  db,
}) => {
  const { productId } = await aVariant(db, { name: 'Disque ventilé' })
  await recomputeDocuments(db, { ids: [productId] })
  const search = openProductSearch({ db, log, meilisearch: undefined })
  expect(await search.search(QUESTION)).toMatchObject({ total: 1, degraded: false })
})

test.skipIf(!inject('meilisearch'))(
  'once Meilisearch is back, it is asked again',
  { timeout: 120_000 },
  async ({ ownDb: db }) => {
    const real = inject('meilisearch') ?? { url: '', key: '' }
    const state = { isDown: true }
    const url = await standIn((request, response) => {
      if (state.isDown) return response.writeHead(500).end('{}')
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', async () => {
        const answer = await fetch(real.url + request.url, {
          method: request.method,
          headers: { authorization: `Bearer ${real.key}`, 'content-type': 'application/json' },
          ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
        })
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
      })
    })
    const prefix = `back_${process.pid}_${Date.now().toString(36)}`
    const behind = openProductSearch({ db, log, meilisearch: { ...real, prefix } })
    await aVariant(db, { name: 'Disque ventilé' })
    await rebuildProductIndex({ db, productSearch: behind })
    const search = openProductSearch({ db, log, meilisearch: { url, key: real.key, prefix } })

    for (let time = 0; time < 3; time++) expect((await timed(search)).degraded).toBe(true)
    state.isDown = false
    expect((await timed(search)).degraded).toBe(true)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 })
    expect(await timed(search)).toMatchObject({ total: 1, degraded: false })
    expect((await timed(search)).degraded).toBe(false)
    vi.useRealTimers()
    await behind.index?.drop()
  },
)

test('a heavy question that is late does not switch the engine off for others', async ({ db }) => {
  const asked: string[] = []
  const url = await standIn((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      asked.push(body)
      const { queries } = JSON.parse(body) as { queries: unknown[] }
      const nothing = { hits: [], totalHits: 0, facetDistribution: {} }
      // The heavy one is never answered.
      if (!body.includes('lourd')) response.end(JSON.stringify({ results: queries.map(() => nothing) }))
    })
  })
  const search = await aShopThatSearches(db, url)

  for (let heavy = 0; heavy < 4; heavy++) await search.search({ ...QUESTION, query: 'lourd' })
  await expect.poll(async () => (await search.search(QUESTION)).degraded).toBe(false)
})
