import { eq } from 'drizzle-orm'
import { parse } from 'node-html-parser'
import { carts } from '~/cart/cart-tables.server'
import { products } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { aSearchableShop } from '../a-searchable-shop'
import { expect, type RunningWeb, test } from '../running-web'
import { provoke, WRONG_NUMBERS } from '../safe-answer'

const PATIENCE_MS = 120_000

/** The address of a range with products, filters and a draft that nobody may find. */
async function aListing(db: Database, web: RunningWeb): Promise<string> {
  const { ids } = await aSearchableShop(db)
  const [disc] = await db.select({ slug: products.slug }).from(products).where(eq(products.id, ids.frontDisc))
  const { text } = await provoke(web, `/p/${disc?.slug}`)
  const path = /href="(\/c\/[^/"]+\/[^/"?]+)"/.exec(text)?.[1]
  if (!path) throw new Error('The product page does not lead to its range')
  return path
}

test(
  'numbers that are none are as if they were not there, or name no page (A-062)',
  async ({ ownDb, web }) => {
    const listing = await aListing(ownDb, web)
    for (const number of WRONG_NUMBERS) {
      const said = encodeURIComponent(number)
      for (const query of [
        `page=${said}`,
        `price=${said}-${said}`,
        `price-from=${said}&price-to=${said}`,
        `a.diameter_mm=${said}`,
      ])
        for (const path of [listing, '/search?q=disque'])
          expect([200, 404], query).toContain(
            (await provoke(web, `${path}${path.includes('?') ? '&' : '?'}${query}`)).status,
          )
    }
  },
  PATIENCE_MS,
)

test(
  'a typed price is understood in any writing, and what could mean two prices is said',
  async ({ ownDb, web }) => {
    const listing = await aListing(ownDb, web)
    const shown = async (query: string) => {
      const page = parse((await provoke(web, `${listing}?${query}`)).text)
      return {
        filters: page
          .querySelectorAll('ul[aria-label="Filtres appliqués"] li')
          .map(({ textContent }) => textContent),
        warned: page.querySelector('main')?.textContent.includes('est laissé de côté'),
      }
    }

    const understood = { filters: ['De 20 € à 1 000 €'], warned: false }
    for (const bounds of [
      ['20', '1000'],
      ['€20', '1 000'],
      ['20 €', '1.000,00'],
      ['1\u202f000', '20'],
    ]) {
      const [from = '', to = ''] = bounds
      const { filters, warned } = await shown(
        `${new URLSearchParams({ 'price-from': from, 'price-to': to })}`,
      )
      expect({ filters: filters.map((text) => text.replace(/\s/g, ' ')), warned }).toEqual(understood)
    }
    expect(await shown('price-from=1.000&price-to=2000')).toMatchObject({ warned: true })
    expect(await shown('price-from=')).toEqual({ filters: [], warned: false })
  },
  PATIENCE_MS,
)

test(
  'sorts and filters that the shop does not have are as if they were not there (A-058, A-059, A-066)',
  async ({ ownDb, web }) => {
    const listing = await aListing(ownDb, web)
    const tried = [
      'sort=price;select pg_sleep(5)--',
      'sort=desc nulls',
      'sort[]=price-asc',
      'sort=__proto__',
      'dir="x" from accounts--',
      'brand=x" OR status="draft',
      "brand=x' or '1'='1",
      'price=1 OR 1=1',
      'a.axle=front" OR "a"="a',
      'a.__proto__=x',
      'a.constructor=x',
      'a.toString=x',
      'sellerId NOT EXISTS',
      'stock={',
      Array.from({ length: 150 }, (_, at) => `brand=b${at}`).join('&'),
    ]
    for (const query of tried)
      for (const path of [listing, '/search']) {
        const { status, text } = await provoke(web, `${path}?q=disque&${encodeURI(query)}`)
        expect(status, `${path}?${query}`).toBe(200)
        expect(text, query).not.toContain('secret')
      }

    const start = performance.now()
    for (const q of ['%_'.repeat(1_000).slice(0, 1_200), '\\'.repeat(900), "E'\\\\'", `"${"'".repeat(900)}`])
      expect((await provoke(web, `/search?q=${encodeURIComponent(q)}`)).status, q.slice(0, 20)).toBe(200)
    expect(performance.now() - start).toBeLessThan(10_000)
    const parameters = Array.from({ length: 401 }, (_, at) => `x${at}=1`).join('&')
    expect((await provoke(web, `/search?${parameters}`)).status).toBe(400)
  },
  PATIENCE_MS,
)

test(
  'ids and paths that name nothing: 404, malformed ones 400 (A-060, A-068, A-076)',
  async ({ web }) => {
    const staff = await web.signedIn(9)
    const uuid = '0198c0de-0000-7000-8000-000000000000'
    const ids = [
      uuid,
      uuid.toUpperCase(),
      `{${uuid}}`,
      uuid.slice(1),
      `${uuid}0`,
      '99999999999999999999',
      '-1',
      "1'--",
      '%2500',
      '__proto__',
      'constructor',
      'a'.repeat(3_000),
    ]
    const doors = ['/p/', '/c/', '/c/x/', '/brands/', '/order/', '/checkout/pay/', '/checkout/return/']
    const others = ['/sandbox-bank/', '/admin/orders/', '/dev/mail/', '/legal/', '/media/', '/en/p/', '/']
    const ask = (path: string) => provoke(web, path, { headers: { cookie: staff } })
    for (const door of [...doors, ...others])
      for (const id of ids) {
        const answer = await ask(door + id)
        // In capitals it is only another spelling of an address that names nothing either.
        const isSpelling = answer.status === 301 && id !== id.toLowerCase()
        const { status } = isSpelling ? await ask((door + id).toLowerCase()) : answer
        expect(status, door + id).toBe(404)
      }

    for (const path of [
      '/media/..%2f..%2f.env',
      '/media/%252e%252e/%252e%252e/.env',
      `/media/${'a'.repeat(64)}-99999.webp`,
      `/media/${'a'.repeat(64)}-0.webp`,
      `/media/${'a'.repeat(64)}-480.exe`,
      '/dev/mail/..%2f..%2f..%2fpackage',
      '/sitemaps/..%2f..%2frobots.xml',
      '/assets/..%2f..%2fserver%2findex.js',
      '/robots.txt/x',
    ])
      expect((await provoke(web, path)).status, path).toBe(404)
    for (const path of [
      '/p/%00',
      '/%5C%5C',
      '/media/..%5c.env',
      '/media/%2fetc%2fpasswd',
      '/p/%c0%ae',
      '/p/%',
      '/search?q=%ed%a0%80',
      '/search?%00=1',
    ])
      expect((await provoke(web, path)).status, path).toBe(400)
    expect((await provoke(web, `/p/${'a'.repeat(10_000)}`)).status).toBe(414)
  },
  PATIENCE_MS,
)

test(
  'cookies that are none of ours are nobody’s (A-104)',
  async ({ ownDb, web }) => {
    const token = Buffer.from(JSON.stringify('a'.repeat(27))).toString('base64')
    const cookies = [
      'cart=%%%',
      'cart=Zm9v',
      'cart=e30=',
      'cart=bnVsbA==',
      'cart=W10=',
      `cart=${token}; cart=${token}x`,
      'session=x',
      'session=e30=.x',
      `session=${'a'.repeat(5_000)}`,
      '=;;==,',
      '__proto__=1; constructor=2',
      Array.from({ length: 400 }, (_, at) => `c${at}=1`).join('; '),
    ]
    for (const cookie of cookies) {
      expect((await provoke(web, '/cart', { headers: { cookie } })).status, cookie).toBe(200)
      expect((await provoke(web, '/admin', { headers: { cookie } })).status, cookie).toBe(302)
    }
    expect(await ownDb.$count(carts)).toBe(0)
  },
  PATIENCE_MS,
)
