import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { openCache } from '~/platform/cache.server'
import { openDatabase } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { openProductSearch } from '~/search/open-product-search.server'
import { searchShop } from '~/search/search-shop.server'
import { suggest } from '~/search/suggest.server'
import type { BarePages } from './bare-server'
import { openClient } from './load/client'
import type { Asked } from './load/jobs'
import type { Stack } from './stack'

/** Connection and length are the bare server's own to write. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'])

export type Floors = {
  bare: Awaited<ReturnType<typeof startBareServer>>
  meilisearch: Awaited<ReturnType<typeof recordQuestions>>
}

/** Starts the bare server with what the shop answers to these questions. */
export async function startBareServer({ origin }: Stack, asked: Asked[]) {
  const client = openClient(origin, { connections: 4 })
  const pages: BarePages = []
  for (const one of asked) {
    const { status, headers, bytes } = await client.ask(one)
    if (status !== 200) throw new Error(`${one.path} answered ${status}`)
    const sent = Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name))
    const lines = sent.map(([name, value]): [string, string] => [name, String(value)])
    const length: [string, string] = ['content-length', String(bytes.length)]
    pages.push([one.path, { headers: [...lines, length], base64: bytes.toString('base64') }])
  }
  client.close()

  const file = fileURLToPath(new URL('bare-server.ts', import.meta.url))
  const child = fork(file, { execArgv: ['--import', 'tsx'] })
  child.send(pages)
  const [port] = (await once(child, 'message')) as [number]
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.disconnect() }
}

/** What the shop asks Meilisearch for these words, as it is sent: listened to by standing in between for a moment. */
export async function recordQuestions(stack: Stack, words: readonly string[]) {
  const { MEILISEARCH_URL: url, MEILISEARCH_KEY: key = '' } = stack.env
  if (!url) return undefined
  const heard: Asked[] = []
  const between = await listenBetween(url, (question) => heard.push(question))
  const { db, close } = openDatabase(stack.databaseUrl, { name: 'comptoir-bench', poolSize: 2 })
  const log = openLog({ level: 'silent', process: 'bench' })
  const productSearch = openProductSearch({
    db,
    log,
    meilisearch: { url: between.url, key },
    deadlineMs: 10_000,
  })
  const shop = { db, reads: db, log, productSearch, cache: openCache(undefined) }
  const findMine = async () => null
  try {
    for (const q of words)
      await searchShop(shop, { params: new URLSearchParams({ q }), language: 'fr', findMine })
    const searches = heard.splice(0)
    for (const typed of words) await suggest(shop, { typed, language: 'fr' })
    return { origin: url, searches, suggestions: heard }
  } finally {
    await productSearch.close()
    await close()
    between.close()
  }
}

async function listenBetween(url: string, onQuestion: (question: Asked) => void) {
  const server = createServer(async (request, response) => {
    const body = await readAll(request)
    const path = request.url ?? '/'
    const headers = {
      authorization: request.headers.authorization ?? '',
      'content-type': 'application/json',
      'accept-encoding': 'identity',
    }
    const isSearch = request.method === 'POST' && path.includes('search')
    if (isSearch) onQuestion({ path, body, headers })
    const answer = await fetch(url + path, {
      method: request.method ?? 'GET',
      headers,
      ...(request.method === 'POST' && { body }),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += part
  return text
}
