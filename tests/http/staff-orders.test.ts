import { eq, sql } from 'drizzle-orm'
import { flagOrder } from '~/orders/flag-order.server'
import { orders, orderTransitions } from '~/orders/order-tables.server'
import type { Database } from '~/platform/db.server'
import { aVariant, stockOf } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, startProcess, test } from '../running-web'
import { aShopper, walkToReview } from '../shopper'

const PATIENCE_MS = 120_000

/** A guest buys two of an item and pays at the sandbox bank. */
async function aPaidOrder(db: Database, web: RunningWeb) {
  await openForBusiness(db)
  const variant = await aVariant(db, { onHand: 10, priceCents: 1000 })
  const shopper = aShopper(web.origin)
  await shopper.post('/cart', { intent: 'add', variantId: `${variant.id}`, quantity: '2' })
  const bank = await shopper.submit(await walkToReview(shopper), 'agreedTo', { gateway: 'sandbox' })
  await shopper.submit(bank, 'choice', { choice: 'pay' })
  const [order] = await db.select().from(orders)
  if (!order?.paidAt) throw new Error('The order is not paid')
  return { order, variant }
}

/** A clerk presses a button of the order's page; where that leads, and what the page then says. */
async function press(web: RunningWeb, orderId: string, cookie: string, fields: Record<string, string>) {
  const path = `/admin/orders/${orderId}`
  const answer = await web.ask(path, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text(), path }
}

async function movesOf(db: Database, orderId: string) {
  const rows = await db
    .select({ to: orderTransitions.toState, by: orderTransitions.actorKind, reason: orderTransitions.reason })
    .from(orderTransitions)
    .where(eq(orderTransitions.orderId, orderId))
    .orderBy(orderTransitions.seq)
  return rows
}

test(
  'a clerk moves a paid order on, and the page says so',
  async ({ ownDb, web }) => {
    const { order } = await aPaidOrder(ownDb, web)
    const clerk = await web.signedIn(7)

    const moved = await press(web, order.id, clerk, {
      intent: 'move',
      to: 'processing',
      reason: 'on the bench',
    })

    expect([moved.status, moved.location]).toEqual([303, moved.path])
    expect((await movesOf(ownDb, order.id)).at(-1)).toEqual({
      to: 'processing',
      by: 'staff',
      reason: 'on the bench',
    })
    const page = await (await web.ask(moved.path, { headers: { cookie: clerk } })).text()
    expect(page).toContain('on the bench')

    const again = await press(web, order.id, clerk, { intent: 'move', to: 'processing' })
    expect(again.status, 'what has happened already is refused').toBe(409)
  },
  PATIENCE_MS,
)

test(
  'a refund that a clerk asks for reaches the bank, once, and leaves a credit note',
  async ({ ownDb, ownDbUrl, web }) => {
    const { order } = await aPaidOrder(ownDb, web)
    const clerk = await web.signedIn(7)

    const asked = await press(web, order.id, clerk, { intent: 'refund', reason: 'arrived broken' })
    const again = await press(web, order.id, clerk, { intent: 'refund', reason: 'arrived broken' })

    expect([asked.status, asked.location]).toEqual([303, asked.path])
    expect(again.status).toBe(409)
    const worker = await startProcess({ databaseUrl: ownDbUrl, script: 'worker' })
    const bank = async () => {
      const [row] = await ownDb.execute<{ cents: number }>(
        sql`select refunded_cents as cents from sandbox_payments where status = 'paid'`,
      )
      return row?.cents
    }
    await expect.poll(bank, { timeout: 60_000 }).toBe(order.totalCents)
    await expect
      .poll(() => ownDb.execute(sql`select total_cents from credit_notes`), { timeout: 60_000 })
      .toEqual([{ total_cents: order.totalCents }])
    await worker.stop()
  },
  PATIENCE_MS,
)

test(
  'an order that was looked at asks for attention no more',
  async ({ ownDb, web }) => {
    const { order, variant } = await aPaidOrder(ownDb, web)
    const clerk = await web.signedIn(7)
    await flagOrder(ownDb, { orderId: order.id, attention: 'payment-mismatch' })
    const waiting = async () =>
      (await (await web.ask('/admin/orders?attention=1', { headers: { cookie: clerk } })).text()).includes(
        order.number,
      )
    expect(await waiting()).toBe(true)

    const looked = await press(web, order.id, clerk, { intent: 'looked' })

    expect([looked.status, looked.location]).toEqual([303, looked.path])
    expect(await waiting()).toBe(false)
    expect(await stockOf(ownDb, variant.id)).toEqual({ onHand: 8, reserved: 0 })
  },
  PATIENCE_MS,
)

test(
  'a customer moves, refunds and clears nothing',
  async ({ ownDb, web }) => {
    const { order } = await aPaidOrder(ownDb, web)
    const before = await movesOf(ownDb, order.id)
    const customer = await web.signedIn(1)
    for (const fields of [
      { intent: 'move', to: 'processing' },
      { intent: 'refund', reason: 'mine' },
      { intent: 'looked' },
    ] as Record<string, string>[])
      expect((await press(web, order.id, customer, fields)).status).toBe(403)

    expect(await movesOf(ownDb, order.id)).toEqual(before)
    expect(await ownDb.execute(sql`select 1 from refunds`)).toEqual([])
  },
  PATIENCE_MS,
)
