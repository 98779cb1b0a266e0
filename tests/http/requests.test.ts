import { readdirSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { connect } from 'node:net'
import { isSignedDoor } from '../../server/origin-check'
import { describe, expect, type RunningWeb, test } from '../running-web'

const FORM = 'application/x-www-form-urlencoded'

/** The status for a request with exactly these headers: fetch forbids some of them. */
function statusWith(
  web: RunningWeb,
  path: string,
  method: string,
  headers: Record<string, string>,
  body = '',
) {
  return new Promise<number>((resolve, reject) => {
    const { port } = new URL(web.origin)
    const request = rawRequest({ port, path, method, headers: { host: `localhost:${port}`, ...headers } })
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** The first line of the answer to exactly these bytes. */
function firstLine(web: RunningWeb, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(web.origin).port), 'localhost', () => socket.write(sent))
    let text = ''
    socket.on('data', (part) => {
      text += part
    })
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })
}

describe('a request that changes something comes from a page of the shop (A-092, A-093, A-095)', () => {
  const targets = ['/cart', '/cart.data', '/sign-in', '/sign-out', '/admin/orders', '/en/cart']

  test.for([
    ['another site', { origin: 'https://evil.test' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a host that begins like ours', { origin: 'http://localhost.evil.test' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['nowhere', {}],
    ['a sister domain, as the browser says', { 'sec-fetch-site': 'same-site' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    [
      'another site that also claims to be forwarded',
      { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
    ],
  ] as [string, Record<string, string>][])('from %s: 403', async ([, headers], { web }) => {
    for (const path of targets) {
      const given = { ...headers, 'content-type': FORM, 'content-length': '3' }
      expect(await statusWith(web, path, 'POST', given, 'a=b'), path).toBe(403)
    }
  })

  test('from our own page: the form is read', async ({ web }) => {
    const headers = { origin: web.origin, 'content-type': FORM, 'content-length': '7' }
    expect(await statusWith(web, '/sign-in', 'POST', headers, 'email=a')).toBe(422)
  })
})

describe('what no browser sends is refused before it is read', () => {
  test('the wrong type, size, address, host or method', async ({ web }) => {
    const from = { origin: web.origin }
    const status = (path: string, method: string, headers: Record<string, string>, body = '') =>
      statusWith(web, path, method, { ...from, ...headers }, body)
    const post = (type: string, body: string) =>
      status(
        '/cart',
        'POST',
        { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) },
        body,
      )

    expect(await post('text/plain', '{"a":1}')).toBe(415)
    expect(await post('application/json', '{"a":1}')).toBe(415)
    expect(await post(FORM, 'a'.repeat(300 * 1024)).catch(() => 413)).toBe(413)
    expect(
      await status('/cart', 'POST', { 'content-type': FORM, 'transfer-encoding': 'chunked' }, 'a=b'),
    ).toBe(411)
    expect(await status(`/${'a'.repeat(9000)}`, 'GET', {})).toBe(414)
    expect(await status('/p/%00', 'GET', {})).toBe(400)
    expect(await status('/a'.repeat(100), 'GET', {})).toBe(400)
    expect(await status('/p/%c0%ae', 'GET', {})).toBe(400)
    expect(await status('/search?q=%ff', 'GET', {})).toBe(400)
    for (const path of ['/webhooks/../cart', '/webhooks/%2e%2E/cart', '/webhooks/..', '/./cart'])
      expect(await status(path, 'GET', {}), path).toBe(400)
    expect(await status('/', 'GET', { host: 'evil.test' })).toBe(421)
    expect(await status('/', 'TRACE', {})).toBe(405)
    expect(await status('/', 'PROPFIND', {})).toBe(405)
  })

  test('a request about the server itself, or one that names two hosts', async ({ web }) => {
    const host = new URL(web.origin).host
    const first = (head: string) => firstLine(web, `${head}\r\nConnection: close\r\n\r\n`)

    for (const head of [
      `OPTIONS * HTTP/1.1\r\nHost: ${host}`,
      `GET http://${host}/ HTTP/1.1\r\nHost: ${host}`,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.test`,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nhost: ${host}`,
      `GET /cart HTTP/1.1\r\nHost: ${host}\r\nHost: evil.test`,
      'GET / HTTP/1.1',
    ])
      expect(await first(head), head).toMatch(/^HTTP\/1.1 400 /)
    expect(await first(`GET / HTTP/1.1\r\nHost: ${host}`)).toMatch(/^HTTP\/1.1 200 /)
  })

  test('a bank that the shop does not know, from another site', async ({ web }) => {
    const headers = { origin: 'https://evil.test', 'content-type': FORM, 'content-length': '3' }
    for (const path of ['/webhooks/nobody', '/webhooks/sandbox', '/webhooks/stripe.data', '/webhooks/'])
      expect(await statusWith(web, path, 'POST', headers, 'a=b'), path).toBe(403)
  })

  test('only the doors of banks are open to who names no origin', () => {
    const doors = readdirSync('app/routes').flatMap((file) => /^webhooks\.(\w+)\.ts$/.exec(file)?.[1] ?? [])
    expect(doors).not.toEqual([])
    expect(doors.filter((name) => !isSignedDoor({ path: `/webhooks/${name}` }))).toEqual([])
  })

  test('files of the project are not served (A-178)', async ({ web }) => {
    for (const path of [
      '/.env',
      '/.git/config',
      '/package.json',
      '/build/server/index.js',
      '/drizzle/0001_tables.sql',
      '/assets/../../package.json',
    ])
      expect((await web.ask(path)).status, path).toBe(404)
  })
})

describe('every answer carries the security headers (A-087, A-184)', () => {
  test('page, error page, redirect, refusal and file', async ({ web }) => {
    const script = (await (await web.ask('/')).text()).match(/\/assets\/[\w-]+\.js/)?.[0] ?? ''
    expect(script).not.toBe('')

    for (const path of ['/', '/en', '/nowhere', '/admin', '/p/%00', script]) {
      const { headers } = await web.ask(path)
      expect(headers.get('content-security-policy'), path).toContain("object-src 'none'")
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe-(inline|eval)/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('server')).toBeNull()
      expect(headers.get('x-request-id')).toBeTruthy()
    }
  })

  test('each page has a nonce of its own, and all its inline scripts carry it', async ({ web }) => {
    const nonces = new Set<string>()
    for (let page = 0; page < 3; page++) {
      const answer = await web.ask('/', { headers: { cookie: 'cart=mine' } })
      const nonce = answer.headers.get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1] ?? ''
      const html = await answer.text()
      for (const [tag] of html.matchAll(/<script(?![^>]*type="application\/ld\+json")[^>]*>/g))
        expect(tag).toContain(`nonce="${nonce}"`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })
})

describe('forwarded names are not believed (A-100, A-101)', () => {
  test('no output takes a host, scheme or path from a header', async ({ web }) => {
    const answer = await web.ask('/', {
      headers: {
        'x-forwarded-host': 'evil.test',
        'x-forwarded-prefix': '/evil',
        'x-original-url': '/admin',
        forwarded: 'host=evil.test',
      },
    })
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('evil')
  })
})
