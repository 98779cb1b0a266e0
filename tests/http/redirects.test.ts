import { request as rawRequest } from 'node:http'
import { sql } from 'drizzle-orm'
import { createAccount } from '~/identity/create-account.server'
import { orders } from '~/orders/order-tables.server'
import { sandboxPayments } from '~/payments/payment-tables.server'
import { aProduct, aVariant } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, test } from '../running-web'
import { foreignMarkup, post, provoke } from '../safe-answer'
import { aShopper, walkToReview } from '../shopper'
import { SECRETS } from '../test-secrets'

const PATIENCE_MS = 120_000
const PASSWORD = 'correct horse battery staple'

const ELSEWHERE = [
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '/%5cevil.test',
  '/%09/evil.test',
  '/\t/evil.test',
  'javascript:alert(1)',
  '/..//evil.test',
  '/.//evil.test',
  'http:/evil.test',
  '/en//evil.test',
  '/x\r\nSet-Cookie: a=b',
  `/${'a'.repeat(2_000)}`,
]

test(
  'signing in leads nowhere else, however the address is spelt (A-070, A-097)',
  async ({ ownDb, web }) => {
    const email = 'somebody@comptoir.test'
    await createAccount(ownDb, { email, password: PASSWORD, level: 1, pepper: SECRETS.PASSWORD_PEPPER })
    const signIn = async (next: string, path = '/sign-in') => {
      const answer = await post(web, `${path}?next=${encodeURIComponent(next)}`, {
        email,
        password: PASSWORD,
      })
      expect(answer.headers.getSetCookie().join(), next).not.toContain('a=b')
      return [answer.status, answer.headers.get('location')]
    }

    for (const next of ELSEWHERE) expect(await signIn(next), next).toEqual([302, '/account'])
    expect(await signIn('//evil.test', '/en/sign-in')).toEqual([302, '/en/account'])
    expect(await signIn('/cart?x=1')).toEqual([302, '/cart?x=1'])

    const twice = await provoke(web, '/sign-in?next=/cart&next=//evil.test')
    expect(twice.status).toBe(200)
  },
  PATIENCE_MS,
)

test(
  'no other parameter or path leads elsewhere (A-097, A-099)',
  async ({ web }) => {
    const names = ['redirectTo', 'redirect', 'returnTo', 'url', 'next', 'go']
    for (const wanted of ELSEWHERE) {
      const query = new URLSearchParams(names.map((name) => [name, wanted]))
      for (const path of ['/', '/cart', '/checkout', '/admin', '/sign-out', '/track.php', '/v7.track.php']) {
        const location = (await provoke(web, `${path}?${query}`)).headers.get('location')
        if (location) expect(new URL(location, web.origin).origin, location).toBe(web.origin)
      }
    }

    for (const path of [
      '//evil.test',
      '/en//evil.test',
      '//evil.test/..%2f',
      '/%5c/evil.test',
      '/en/%2fevil.test',
    ]) {
      const { status, text, headers } = await provoke(web, path)
      expect([400, 404], path).toContain(status)
      expect(headers.get('location')).toBeNull()
      expect(text, path).not.toMatch(/(?:href|action)="(?:\/\/|\/\\)/)
    }
  },
  PATIENCE_MS,
)

test(
  'a form decides neither what is paid nor where the bank sends the shopper (A-098, A-117, A-125)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const mug = await aVariant(ownDb, { priceCents: 1_000 })
    const own = { price: '1', unitCents: '1', total: '0', totalCents: '0', currency: 'JPY', discount: '9999' }
    const evil = {
      ...own,
      shipping: '0',
      vat: '0',
      level: '9',
      success_url: 'https://evil.test/paid',
      cancel_url: 'https://evil.test',
      PBX_EFFECTUE: 'https://evil.test',
      PBX_TOTAL: '1',
      returnPath: '//evil.test',
      orderId: '1',
    }
    const shopper = aShopper(web.origin)
    const line = { intent: 'add', variantId: String(mug.id), quantity: '2' }
    await shopper.post('/cart', { ...line, ...own })
    const review = await walkToReview(shopper)

    const bank = await shopper.submit(review, 'agreedTo', { gateway: 'sandbox', ...evil })

    expect(new URL(bank.url).origin).toBe(web.origin)
    expect(await ownDb.select({ cents: orders.totalCents, currency: orders.currency }).from(orders)).toEqual([
      { cents: 2_590, currency: 'EUR' },
    ])
    const [payment] = await ownDb.select().from(sandboxPayments)
    expect(payment?.amountCents).toBe(2_590)
    expect([payment?.returnUrl, payment?.cancelUrl].every((url) => url?.startsWith(`${web.origin}/`))).toBe(
      true,
    )
    const paid = await shopper.submit(bank, 'choice', { choice: 'pay', ...evil, amount: '1' })
    expect(new URL(paid.url).origin).toBe(web.origin)
  },
  PATIENCE_MS,
)

test(
  'looking at every page of an order changes nothing (A-096)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const mug = await aVariant(ownDb)
    const shopper = aShopper(web.origin)
    await shopper.post('/cart', { intent: 'add', variantId: String(mug.id), quantity: '1' })
    const bank = await shopper.submit(await walkToReview(shopper), 'agreedTo', { gateway: 'sandbox' })
    const pay = await shopper.visit('/checkout/review')
    const books = () =>
      ownDb.execute(sql`
        select (select json_agg(o order by id) from orders o) as orders,
          (select json_agg(l order by cart_id, variant_id) from cart_lines l) as lines,
          (select json_agg(r order by id) from reservations r) as reservations,
          (select json_agg(t order by order_id, seq) from order_transitions t) as transitions,
          (select json_agg(p order by id) from payment_attempts p) as attempts,
          (select json_agg(s order by id) from sandbox_payments s) as bank,
          (select count(*) from account_sessions) as sessions`)
    const before = JSON.stringify(await books())

    const waiting = [
      bank.url,
      pay.url,
      '/',
      '/cart',
      '/en/cart',
      '/checkout',
      '/sign-out',
      '/webhooks/stripe',
    ]
    const seen = new Set<string>()
    for (let next = waiting.shift(); next && seen.size < 80; next = waiting.shift()) {
      const url = new URL(next, web.origin)
      if (url.origin !== web.origin || seen.has(url.href)) continue
      seen.add(url.href)
      const page = await shopper.visit(url.pathname + url.search)
      expect(page.status, url.href).toBeLessThan(500)
      expect(foreignMarkup(page.html), url.href).toEqual([])
      for (const link of page.root.querySelectorAll('a[href]')) waiting.push(link.getAttribute('href') ?? '/')
    }
    expect(seen.size).toBeGreaterThan(20)
    expect(JSON.stringify(await books())).toBe(before)
  },
  PATIENCE_MS,
)

test(
  'a page has one address: other spellings of it lead there for good, with their question, in both languages',
  async ({ ownDb, web }) => {
    const { slug } = await aProduct(ownDb)
    for (const [asked, address] of [
      [`/P/${slug}`, `/p/${slug}`],
      [`/p/${slug}/?variant=A`, `/p/${slug}?variant=A`],
      [`//p/${slug}`, `/p/${slug}`],
      ['/catalog/', '/catalog'],
      ['/EN/Catalog', '/en/catalog'],
      ['/legal/Terms/', '/legal/terms'],
      ['/search/?q=A', '/search?q=A'],
    ] as const)
      for (const method of ['GET', 'HEAD'])
        expect(await rawAnswer(web, asked, { method }), asked).toEqual({ status: 301, location: address })

    expect(await rawAnswer(web, '/catalog/', { method: 'GET' })).toMatchObject({ status: 301 })
    const { text } = await provoke(web, '/catalog')
    expect(text).toContain(`<link rel="canonical" href="${web.origin}/catalog"`)
    expect((await provoke(web, '/search')).text).toContain('name="robots" content="noindex')
  },
  PATIENCE_MS,
)

test(
  'the own host is served however it is written: in capitals, with a final dot',
  async ({ web }) => {
    const { port } = new URL(web.origin)
    for (const host of [`LOCALHOST:${port}`, `localhost.:${port}`, `LocalHost.:${port}`]) {
      expect(await rawStatus(web, '/catalog', { host }), host).toBe(200)
      expect(await rawStatus(web, '/cart', { host }), host).toBe(200)
    }
    expect(await rawStatus(web, '/', { host: `localhost..:${port}` })).toBe(421)
    expect(await rawStatus(web, '/', { host: `.localhost:${port}` })).toBe(421)
  },
  PATIENCE_MS,
)

function rawAnswer(web: RunningWeb, path: string, { method }: { method: string }) {
  return new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
    const { port } = new URL(web.origin)
    rawRequest({ port, path, method })
      .on('response', (response) => {
        response.resume()
        resolve({ status: response.statusCode, location: response.headers.location })
      })
      .on('error', reject)
      .end()
  })
}

/** What exactly is sent: fetch would tidy these headers and paths up. */
function rawStatus(web: RunningWeb, path: string, headers: Record<string, string | string[]> = {}) {
  return new Promise<number>((resolve, reject) => {
    const { port } = new URL(web.origin)
    const host = `localhost:${port}`
    const request = rawRequest({ port, path, headers: { host, ...headers }, setHost: false })
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end()
  })
}

test(
  'another host is not served, and leaves no trace for the next visitor (A-100, A-101, A-102)',
  async ({ web }) => {
    const { port } = new URL(web.origin)
    for (const host of [
      'evil.test',
      `localhost:${port}:evil`,
      `localhost:${port}.evil.test`,
      `localhost:${port}@evil.test`,
      '',
    ])
      expect([400, 421], host).toContain(await rawStatus(web, '/', { host }))
    expect([400, 421]).toContain(await rawStatus(web, 'http://evil.test/', { host: 'evil.test' }))
    expect([400, 421]).toContain(await rawStatus(web, '/\\evil.test'))

    const forged = {
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-port': '666',
      'x-forwarded-prefix': '/evil.test',
      'x-original-url': '/admin/evil.test',
      'x-rewrite-url': '/evil.test',
      forwarded: 'host=evil.test;proto=gopher',
    }
    for (const path of ['/', '/en', '/catalog', '/sitemap.xml', '/robots.txt', '/cart', '/nowhere'])
      for (const headers of [forged, {}]) {
        const { text } = await provoke(web, path, { headers })
        expect(text, path).not.toMatch(/evil\.test|gopher|:666/)
      }

    const customer = await web.signedIn(1)
    for (const path of [
      '/account',
      '/account/x.css',
      '/account%2fx.css',
      '/account;x.js',
      '/order/1.css',
      '/cart',
      '/admin/orders',
    ]) {
      const { status, headers } = await provoke(web, path, { headers: { cookie: customer } })
      expect(status === 404 || headers.get('cache-control')?.includes('no-store'), path).toBe(true)
    }
  },
  PATIENCE_MS,
)
