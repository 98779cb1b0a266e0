import type { ActionFunctionArgs } from '@remix-run/node'
import { sql } from 'drizzle-orm'
import { webhookInbox } from '~/payments/payment-tables.server'
import * as payboxDoor from '~/routes/webhooks.paybox'
import * as stripeDoor from '~/routes/webhooks.stripe'
import { describe, expect, test } from '../shop-test'
import { makeEvent, sign } from '../stand-ins/stripe-stand-in'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  enterPaybox,
  type ShopWithBanks,
  stateOf,
} from './a-shop-with-banks'

const URL_OF = { stripe: 'http://shop.test/webhooks/stripe', paybox: 'http://shop.test/webhooks/paybox' }

function args(setting: ShopWithBanks, request: Request) {
  // The doors use the payments' part of the context alone.
  return { request, params: {}, context: setting.shop } as unknown as ActionFunctionArgs
}

function postToStripe(
  setting: ShopWithBanks,
  body: string,
  signature = sign(body, setting.stripe.webhookSecret),
) {
  const headers = { 'stripe-signature': signature }
  return stripeDoor.action(args(setting, new Request(URL_OF.stripe, { method: 'POST', body, headers })))
}

const callPaybox = (setting: ShopWithBanks, query: string) =>
  payboxDoor.loader(args(setting, new Request(`${URL_OF.paybox}?${query}`)))

describe('the door for Stripe', () => {
  test('a right event: 200, kept, applied', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const { sessionId } = await anOpenPayment(setting, orderId)

    const answer = await postToStripe(setting, JSON.stringify(setting.stripe.pay(sessionId)))

    expect(answer.status).toBe(200)
    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
  })

  test('A-106: a wrong signature: 400, and the inbox stays empty', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const body = JSON.stringify(makeEvent('checkout.session.completed', {}))

    expect((await postToStripe(setting, body, 't=1,v1=00')).status).toBe(400)
    expect(await db.select().from(webhookInbox)).toEqual([])
  })

  test('rightly signed and nested without end: 400, and the inbox stays empty', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const nested = `{"id":"evt_1","type":"customer.created","data":{"object":${'{"a":'.repeat(5e4)}1${'}'.repeat(5e4)}}}`

    expect((await postToStripe(setting, nested)).status).toBe(400)
    expect(await db.select().from(webhookInbox)).toEqual([])
  })

  test('A-114: two megabytes: 413, read no further', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    expect((await postToStripe(setting, 'x'.repeat(2 * 1024 * 1024))).status).toBe(413)
  })

  test('A-112: an order that is not there: 200, so that Stripe does not repeat it', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const stray = {
      id: 'cs_x',
      payment_status: 'paid',
      amount_total: 1,
      currency: 'eur',
      payment_intent: 'pi_x',
    }
    const body = JSON.stringify(makeEvent('checkout.session.completed', stray))

    expect((await postToStripe(setting, body)).status).toBe(200)
  })

  test('A-115: the database fails: thrown, never 2xx, no trace; the next try is applied', async ({
    ownDb,
  }) => {
    await using setting = await aShopWithBanks(ownDb)
    const { orderId } = await anUnpaidOrder(ownDb)
    const { sessionId } = await anOpenPayment(setting, orderId)
    const body = JSON.stringify(setting.stripe.pay(sessionId))
    await ownDb.execute(sql`alter table invoices rename to invoices_gone`)

    await expect(postToStripe(setting, body)).rejects.toThrow()

    expect(await ownDb.select().from(webhookInbox)).toEqual([])
    await ownDb.execute(sql`alter table invoices_gone rename to invoices`)
    expect((await postToStripe(setting, body)).status).toBe(200)
    expect(await stateOf(ownDb, orderId)).toMatchObject({ state: 'paid' })
  })

  test('only POST', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const put = new Request(URL_OF.stripe, { method: 'PUT', body: 'x' })
    expect(stripeDoor.loader().status).toBe(405)
    expect((await stripeDoor.action(args(setting, put))).status).toBe(405)
  })
})

describe('the door for Paybox', () => {
  test('a signed call by GET, and the same by POST: 200, one charge', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const query = setting.paybox.accept(enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox')))
    const post = new Request(URL_OF.paybox, {
      method: 'POST',
      body: query,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

    const both = new Request(`${URL_OF.paybox}?Mt=1`, { method: 'POST', body: query })
    const twice = new Request(`${URL_OF.paybox}?${query}`, { headers: { 'content-length': '4' } })

    expect((await payboxDoor.action(args(setting, both))).status, 'in the query and in the body').toBe(403)
    expect((await payboxDoor.loader(args(setting, twice))).status, 'in the query, and a body').toBe(403)
    expect((await callPaybox(setting, query)).status).toBe(200)
    expect((await payboxDoor.action(args(setting, post))).status).toBe(200)

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'paid' })
    expect(await db.select().from(webhookInbox)).toHaveLength(1)
  })

  test('A-118, A-119: unsigned or altered: 403, inbox empty', async ({ db }) => {
    await using setting = await aShopWithBanks(db)
    const { orderId } = await anUnpaidOrder(db)
    const query = setting.paybox.accept(enterPaybox(setting, await anOpenPayment(setting, orderId, 'paybox')))

    for (const wrong of ['', 'Mt=1&Erreur=00000', query.replace('Mt=4990', 'Mt=1'), `${query}&x=1`])
      expect((await callPaybox(setting, wrong)).status).toBe(403)

    expect(await stateOf(db, orderId)).toMatchObject({ state: 'payment_pending' })
    expect(await db.select().from(webhookInbox)).toEqual([])
  })
})

test('a door whose bank is not configured is not there', async ({ db }) => {
  await using setting = await aShopWithBanks(db)
  setting.shop.gateways.clear()

  expect((await postToStripe(setting, '{}')).status).toBe(404)
  expect((await callPaybox(setting, 'x')).status).toBe(404)
})
