import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { orderToken } from '~/orders/order-link.server'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { aVariant } from '../a-shop'
import { anOrder } from '../an-order'
import { brokenInvariants } from '../invariants'
import { startProcess } from '../running-web'
import { expect, test } from '../shop-test'
import { deliver } from '../stand-ins/http-stand-in'
import { PAYBOX_TEST_ACCOUNT, startPayboxStandIn } from '../stand-ins/paybox-stand-in'
import { startStripeStandIn } from '../stand-ins/stripe-stand-in'
import { SECRETS } from '../test-secrets'
import { stateOf } from './a-shop-with-banks'
import { shuffled } from './books'

/** The built shop, a Stripe and a Paybox: three servers that speak with each other over HTTP alone. */
async function aTown(databaseUrl: string) {
  const stripe = await startStripeStandIn()
  const paybox = await startPayboxStandIn()
  const keyFile = join(await mkdtemp(join(tmpdir(), 'comptoir-key-')), 'paybox.pem')
  await writeFile(keyFile, paybox.publicKey)
  const web = await startProcess({
    databaseUrl,
    env: {
      LOG_LEVEL: 'silent',
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRETS: stripe.webhookSecret,
      STRIPE_API_URL: stripe.url,
      PAYBOX_SITE: PAYBOX_TEST_ACCOUNT.site,
      PAYBOX_RANG: PAYBOX_TEST_ACCOUNT.rang,
      PAYBOX_IDENTIFIANT: PAYBOX_TEST_ACCOUNT.identifiant,
      PAYBOX_HMAC_KEY: PAYBOX_TEST_ACCOUNT.hmacKey,
      PAYBOX_URL: paybox.url,
      PAYBOX_PUBLIC_KEY_FILES: keyFile,
    },
  })
  stripe.notifyAt(`${web.origin}/webhooks/stripe`)
  return {
    stripe,
    paybox,
    origin: web.origin,
    async [Symbol.asyncDispose]() {
      await web.stop()
      await stripe.close()
      await paybox.close()
    },
  }
}

type Town = Awaited<ReturnType<typeof aTown>>

async function aPlacedOrder(db: Database) {
  const order = await anOrder(db, {
    email: `${newId()}@example.fr`,
    of: await aVariant(db, { priceCents: 4990 }),
    priceCents: 4990,
    state: 'pending',
  })
  return {
    orderId: order.id,
    payPath: `/checkout/pay/${order.id}?token=${orderToken(order, SECRETS.LINK_SECRET)}`,
  }
}

function post(url: string, fields: Record<string, string> | [string, string][], headers: HeadersInit = {}) {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })
}

/** Each shopper pays from an IP of their own: one IP begins only so many payments. */
const anIp = () =>
  `2001:db8:${randomBytes(6)
    .toString('hex')
    .replace(/.{4}(?!$)/g, '$&:')}::1`

async function pressPay({ origin }: Town, payPath: string, gateway: 'stripe' | 'paybox') {
  const answer = await post(
    origin + payPath,
    { intent: 'pay', gateway },
    { origin, 'x-forwarded-for': anIp() },
  )
  expect(answer.status).toBe(303)
  return new URL(answer.headers.get('location') ?? '', origin).href
}

function hiddenFields(html: string): [string, string][] {
  const readable = (text: string) =>
    text
      .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  return [...html.matchAll(/<input type="hidden" name="(PBX_\w+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, readable(value)],
  )
}

test('a shopper pays at Stripe, without JavaScript, and comes back to a paid order', async ({
  ownDb,
  ownDbUrl,
}) => {
  await using town = await aTown(ownDbUrl)
  const { orderId, payPath } = await aPlacedOrder(ownDb)

  const bankPage = await pressPay(town, payPath, 'stripe')
  expect(bankPage).toMatch(`${town.stripe.url}/pay/`)
  const paid = await post(bankPage, { choice: 'pay' })
  const back = await fetch(paid.headers.get('location') ?? '')

  expect(back.status).toBe(200)
  expect((await town.stripe.settled()).map(({ status }) => status)).toEqual([200])
  expect(await stateOf(ownDb, orderId)).toMatchObject({ state: 'paid' })
  expect(await brokenInvariants(ownDbUrl)).toEqual([])
})

test('a shopper pays at Paybox: the form of our page gets in there, and its call gets in here', async ({
  ownDb,
  ownDbUrl,
}) => {
  await using town = await aTown(ownDbUrl)
  const { orderId, payPath } = await aPlacedOrder(ownDb)

  const page = await (await fetch(await pressPay(town, payPath, 'paybox'))).text()
  const bankPage = await (await post(town.paybox.url, hiddenFields(page))).text()
  const reference = bankPage.match(/name="reference" value="([^"]+)"/)?.[1] ?? ''
  const paid = await post(new URL('/choice', town.paybox.url).href, { reference, choice: 'pay' })

  expect((await town.paybox.settled()).map(({ status }) => status)).toEqual([200])
  expect(await stateOf(ownDb, orderId)).toMatchObject({ state: 'paid' })
  expect((await fetch(paid.headers.get('location') ?? '')).status).toBe(200)
  expect(await brokenInvariants(ownDbUrl)).toEqual([])
})

test('A-116, A-124: a return page opened by hand claims nothing and changes nothing', async ({
  ownDb,
  ownDbUrl,
}) => {
  await using town = await aTown(ownDbUrl)
  const { orderId, payPath } = await aPlacedOrder(ownDb)
  await pressPay(town, payPath, 'paybox')
  const here = town.origin + payPath.replace('/pay/', '/return/')

  const answers = await Promise.all(
    [
      `${here}&Mt=4990&Ref=x&Erreur=00000&Auto=XXXXXX&Sign=AAAA`,
      `${here}&session_id=cs_test_made_up`,
      here.replace(/token=.*/, 'token=made-up'),
    ].map(async (url) => (await fetch(url)).status),
  )

  expect(answers).toEqual([200, 200, 404])
  expect(await stateOf(ownDb, orderId)).toMatchObject({ state: 'payment_pending' })
})

test('A-115: while the database cannot write, Stripe is answered 5xx and calls again', async ({
  ownDb,
  ownDbUrl,
}) => {
  await using town = await aTown(ownDbUrl)
  const { orderId, payPath } = await aPlacedOrder(ownDb)
  const bankPage = await pressPay(town, payPath, 'stripe')
  await ownDb.execute(sql`alter table invoices rename to invoices_gone`)

  await post(bankPage, { choice: 'pay' })
  const refused = await town.stripe.settled()
  await ownDb.execute(sql`alter table invoices_gone rename to invoices`)
  const [event] = town.stripe.events
  const taken = event ? await town.stripe.send(event) : []

  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([500]))
  expect(taken.map(({ status }) => status)).toEqual([200])
  expect(await stateOf(ownDb, orderId)).toMatchObject({ state: 'paid' })
})

test('R-04 at the door: shuffled copies of many payments, ten calls at a time', async ({
  ownDb,
  ownDbUrl,
}) => {
  await using town = await aTown(ownDbUrl)
  const orders = await Promise.all(Array.from({ length: 40 }, () => aPlacedOrder(ownDb)))
  const sessions: string[] = []
  for (const { payPath } of orders)
    sessions.push((await pressPay(town, payPath, 'stripe')).split('/').at(-1) ?? '')
  town.stripe.notifyAt('')
  const events = sessions.map((sessionId) => town.stripe.pay(sessionId))
  const queue = shuffled(
    events.flatMap((event) => [event, event, event, { ...event, id: `${event.id}b` }, event]),
    20_261_120,
  )

  const taken: number[] = []
  const calls = async () => {
    for (let event = queue.pop(); event; event = queue.pop())
      taken.push(
        ...(await town.stripe.send(event, `${town.origin}/webhooks/stripe`)).map(({ status }) => status),
      )
  }
  await Promise.all(Array.from({ length: 10 }, calls))

  expect(new Set(taken)).toEqual(new Set([200]))
  const states = await Promise.all(orders.map(async ({ orderId }) => (await stateOf(ownDb, orderId))?.state))
  expect(new Set(states)).toEqual(new Set(['paid']))
  expect(await brokenInvariants(ownDbUrl)).toEqual([])
}, 60_000)

test('A-106, A-114, A-118: what banks do not send is refused at the door', async ({ ownDbUrl }) => {
  await using town = await aTown(ownDbUrl)
  const stripeDoor = `${town.origin}/webhooks/stripe`
  const asJson = { 'content-type': 'application/json' }
  const signed = { ...asJson, 'stripe-signature': 't=1,v1=00' }
  const statusOf = async (url: string, init: Parameters<typeof deliver>[1]) =>
    (await deliver(url, init, { tries: 1 })).map(({ status }) => status)[0]

  expect(await statusOf(stripeDoor, { method: 'POST', body: '{}', headers: asJson })).toBe(400)
  expect(await statusOf(stripeDoor, { method: 'POST', body: '{}', headers: signed })).toBe(400)
  expect(await statusOf(stripeDoor, { method: 'POST', body: 'x'.repeat(2 ** 21), headers: signed })).toBe(413)
  expect(await statusOf(`${town.origin}/webhooks/paybox?Mt=1&Erreur=00000`, { method: 'GET' })).toBe(403)
  expect(await statusOf(`${town.origin}/sandbox-bank/${'0'.repeat(36)}`, { method: 'GET' })).toBe(404)
})
