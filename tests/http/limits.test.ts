import { parse } from 'node-html-parser'
import { createAccount } from '~/identity/create-account.server'
import { orders } from '~/orders/order-tables.server'
import { aVariant, stockOf } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, test } from '../running-web'
import { fromSomewhere } from '../safe-answer'
import { aShopper, walkToReview } from '../shopper'
import { SECRETS } from '../test-secrets'

const PATIENCE_MS = 180_000
const EMAIL = 'owner@comptoir.test'
const PASSWORD = 'correct horse battery staple'

type Sent = { email?: string; password?: string; ip: string; cookie?: string; path?: string }

async function signIn(web: RunningWeb, { email = EMAIL, password = 'wrong', ip, ...sent }: Sent) {
  const answer = await web.ask(sent.path ?? '/sign-in', {
    method: 'POST',
    headers: { 'x-forwarded-for': ip, ...(sent.cookie && { cookie: sent.cookie }) },
    body: new URLSearchParams({ email, password }),
  })
  const page = parse(await answer.text())
  const { status, headers } = answer
  return { status, page, wait: Number(headers.get('retry-after')), cookies: headers.getSetCookie() }
}

test(
  'five wrong passwords: the sixth is told to wait, in words and by the header; the owner’s own browser still opens',
  async ({ ownDb, web }) => {
    const account = { email: EMAIL, password: PASSWORD, level: 1, pepper: SECRETS.PASSWORD_PEPPER }
    expect(await createAccount(ownDb, account)).toMatchObject({ ok: true })
    const owner = await signIn(web, { password: PASSWORD, ip: fromSomewhere() })
    expect(owner.status).toBe(302)
    const device = owner.cookies.find((cookie) => cookie.startsWith('device='))?.split(';')[0] ?? ''

    for (let count = 0; count < 5; count++)
      expect((await signIn(web, { ip: fromSomewhere() })).status).toBe(401)
    const refused = await signIn(web, { password: PASSWORD, ip: fromSomewhere() })
    const inEnglish = await signIn(web, { password: PASSWORD, ip: fromSomewhere(), path: '/en/sign-in' })

    expect(refused.status).toBe(429)
    expect(refused.wait).toBeGreaterThan(800)
    expect(refused.page.text).toMatch(/Réessayez dans 1[45] minutes/)
    expect(refused.page.querySelector('[name="email"]')?.getAttribute('value')).toBe(EMAIL)
    expect(inEnglish.page.text).toMatch(/Try again in 1[45] minutes/)
    const known = await signIn(web, { password: PASSWORD, ip: fromSomewhere(), cookie: device })
    expect(known.status).toBe(302)
  },
  PATIENCE_MS,
)

test(
  'one client IP tries thirty accounts and no more; another is not held up',
  async ({ web }) => {
    const ip = fromSomewhere()
    const statuses: number[] = []
    for (let count = 0; count < 31; count++)
      statuses.push((await signIn(web, { email: `nobody-${count}@comptoir.test`, ip })).status)

    expect(statuses.filter((status) => status === 401)).toHaveLength(30)
    expect(statuses.at(-1)).toBe(429)
    expect((await signIn(web, { email: 'new@comptoir.test', ip: fromSomewhere() })).status).toBe(401)
  },
  PATIENCE_MS,
)

test(
  'who posts without end is told to wait in the language of the page, others are not',
  async ({ web }) => {
    const ip = fromSomewhere()
    const post = (path: string, from = ip) =>
      web.ask(path, {
        method: 'POST',
        headers: { 'x-forwarded-for': from, accept: 'text/html' },
        body: new URLSearchParams({ intent: 'nothing' }),
      })
    for (let count = 0; count < 300; count++) await (await post('/cart')).arrayBuffer()

    const [french, english] = [await post('/cart'), await post('/en/cart')]
    for (const answer of [french, english]) {
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(parse(await french.text()).querySelector('p')?.text).toBe('Réessayez dans une minute.')
    expect(parse(await english.text()).querySelector('p')?.text).toBe('Try again in a minute.')
    expect((await post('/cart', fromSomewhere())).status).toBe(422)
  },
  PATIENCE_MS,
)

test(
  'who tries out links to orders is made to wait, and the page says how long',
  async ({ web }) => {
    const ip = fromSomewhere()
    const guess = (count: number) =>
      web.ask(`/en/order/C-2026-${count}?token=${'x'.repeat(27)}`, {
        headers: { 'x-forwarded-for': ip },
      })
    for (let count = 0; count < 20; count++) expect((await guess(count)).status).toBe(404)

    const refused = await guess(21)

    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500)
    expect(parse(await refused.text()).text).toMatch(/Try again in (9|10) minutes/)
  },
  PATIENCE_MS,
)

test(
  'many orders of one person: the next is told when, loses nothing, and the shelf is still full',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const variant = await aVariant(ownDb, { onHand: 500, weightGrams: 10 })
    const email = 'often@example.test'
    const order = async () => {
      const shopper = aShopper(web.origin)
      await shopper.post('/cart', { intent: 'add', variantId: `${variant.id}`, quantity: '20' })
      const review = await walkToReview(shopper, { email })
      return { shopper, answer: await shopper.submit(review, 'agreedTo', { gateway: 'sandbox' }) }
    }
    for (let count = 0; count < 10; count++) expect((await order()).answer.url).toContain('/sandbox-bank/')

    const { shopper, answer } = await order()

    expect(answer.status).toBe(429)
    expect(answer.root.text).toMatch(/Vous pourrez passer celle-ci dans (59|60) minutes/)
    expect(answer.root.querySelector('[name="agreedTo"]')).not.toBeNull()
    expect((await shopper.visit('/cart')).root.querySelector('a[href="/checkout"]')).not.toBeNull()
    expect(await ownDb.$count(orders)).toBe(10)
    // Fifty for the person's orders; each of the carts was another visitor's.
    expect((await stockOf(ownDb, variant.id)).reserved).toBe(50 + 20)
  },
  PATIENCE_MS,
)
