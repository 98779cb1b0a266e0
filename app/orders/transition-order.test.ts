import { eq } from 'drizzle-orm'
import { newId } from '~/platform/ids.server'
import { announcementsIn, aVariant, stockOf } from '../../tests/a-shop'
import { anOrder, aStaffMember } from '../../tests/an-order'
import { expect, test } from '../../tests/shop-test'
import { findOrder, listOrderHistory, listOverdueOrders } from './order-queries.server'
import { type Actor, canBecome, ORDER_STATES } from './order-state'
import { orders, orderTransitions } from './order-tables.server'
import { transitionOrder } from './transition-order.server'

const system: Actor = { kind: 'system' }

test('an order that is paid takes its goods from the stock', async ({ db }) => {
  const disc = await aVariant(db, { onHand: 10 })
  const order = await anOrder(db, { of: disc, quantity: 2, state: 'payment_pending' })

  await transitionOrder(db, { orderId: order.id, to: 'paid', actor: system })

  expect(await stockOf(db, disc.id)).toEqual({ onHand: 8, reserved: 0 })
  expect(await findOrder(db, order.id)).toMatchObject({
    state: 'paid',
    paidAt: expect.any(Date),
    paymentDeadline: null,
  })
})

test('an unpaid order that is cancelled frees what it kept aside', async ({ db }) => {
  const disc = await aVariant(db, { onHand: 10 })
  const order = await anOrder(db, { of: disc, quantity: 2, state: 'payment_failed' })
  expect(await stockOf(db, disc.id)).toEqual({ onHand: 10, reserved: 2 })

  await transitionOrder(db, { orderId: order.id, to: 'cancelled', actor: { kind: 'customer' } })

  expect(await stockOf(db, disc.id)).toEqual({ onHand: 10, reserved: 0 })
})

test('a paid order that staff cancel puts its goods back once', async ({ db }) => {
  const disc = await aVariant(db, { onHand: 10 })
  const order = await anOrder(db, { of: disc, quantity: 2, state: 'paid' })
  const cancelling = { orderId: order.id, to: 'cancelled', actor: await aStaffMember(db, 7) } as const

  await transitionOrder(db, cancelling)
  expect(await transitionOrder(db, cancelling)).toEqual({
    ok: false,
    reason: 'not-allowed',
    state: 'cancelled',
  })

  expect(await stockOf(db, disc.id)).toEqual({ onHand: 10, reserved: 0 })
})

test('an order that waits for staff keeps its goods, and has two days once they agree', async ({ db }) => {
  const disc = await aVariant(db, { onHand: 1 })
  const order = await anOrder(db, { of: disc, state: 'pending', needsValidation: true })
  expect(order.paymentDeadline).toBeNull()

  await transitionOrder(db, { orderId: order.id, to: 'validated', actor: await aStaffMember(db, 7) })

  const hoursLeft = (Number((await findOrder(db, order.id))?.paymentDeadline) - Date.now()) / 3_600_000
  expect(Math.round(hoursLeft)).toBe(48)
})

test('a failed payment keeps the goods aside until the deadline', async ({ db }) => {
  const disc = await aVariant(db, { onHand: 10 })

  await anOrder(db, { of: disc, state: 'payment_failed' })

  expect(await stockOf(db, disc.id)).toEqual({ onHand: 10, reserved: 1 })
})

test('every move is kept, with who made it and why', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'paid' })
  const clerk = await aStaffMember(db, 7)

  await transitionOrder(db, { orderId: order.id, to: 'processing', actor: clerk, reason: 'parts picked' })

  const history = await listOrderHistory(db, order.id)
  expect(history.map((move) => `${move.seq} ${move.from} → ${move.to}`)).toEqual([
    '1 pending → payment_pending',
    '2 payment_pending → paid',
    '3 paid → processing',
  ])
  expect(history.at(-1)).toMatchObject({ actorKind: 'staff', reason: 'parts picked' })
})

test('what customers and others must hear is announced, each once', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'payment_failed' })

  await transitionOrder(db, { orderId: order.id, to: 'cancelled', actor: system })

  const orderId = order.id
  const told = (await announcementsIn(db)) as { type: string; orderId?: string }[]
  expect(told.filter((one) => one.orderId === orderId)).toEqual([
    { type: 'order.payment-failed', orderId },
    { type: 'order.cancelled', orderId },
  ])
})

test('a refused move leaves no trace', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'paid' })

  expect(await transitionOrder(db, { orderId: order.id, to: 'delivered', actor: system })).toEqual({
    ok: false,
    reason: 'not-allowed',
    state: 'paid',
  })

  expect(await listOrderHistory(db, order.id)).toHaveLength(2)
  expect(await transitionOrder(db, { orderId: newId(), to: 'paid', actor: system })).toEqual({
    ok: false,
    reason: 'unknown-order',
  })
})

for (const state of ORDER_STATES)
  test(`from ${state}, each state is reached exactly as the table says`, async ({ db }) => {
    const staff = [await aStaffMember(db, 7), await aStaffMember(db, 9)]
    const actors: Actor[] = [system, { kind: 'customer' }, { kind: 'carrier' }, ...staff]
    const order = await anOrder(db, { of: await aVariant(db, { onHand: 1 }), state })
    class Undo extends Error {}

    for (const to of ORDER_STATES)
      for (const actor of actors)
        await db
          .transaction(async (tx) => {
            const outcome = await transitionOrder(tx, { orderId: order.id, to, actor })
            expect(outcome.ok, `${state} → ${to} by ${actor.kind}`).toBe(canBecome(state, to, actor))
            expect((await findOrder(tx, order.id))?.state).toBe(outcome.ok ? to : state)
            throw new Undo()
          })
          .catch((fault: unknown) => {
            if (!(fault instanceof Undo)) throw fault
          })
  })

test('nothing but the history moves an order', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'payment_pending' })
  const byHand = db.transaction((tx) =>
    tx.update(orders).set({ state: 'paid' }).where(eq(orders.id, order.id)),
  )
  await expect(byHand).rejects.toThrow()

  const rewriting = db.transaction((tx) => tx.delete(orderTransitions))
  await expect(rewriting).rejects.toThrow()
})

test('twenty who cancel one order at once: one does, the others are told', async ({ ownDb }) => {
  const disc = await aVariant(ownDb, { onHand: 5 })
  const order = await anOrder(ownDb, { of: disc, quantity: 3, state: 'payment_pending' })

  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      transitionOrder(ownDb, {
        orderId: order.id,
        to: 'cancelled',
        actor: index % 2 === 0 ? system : { kind: 'customer' },
      }),
    ),
  )

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  for (const loser of outcomes.filter((outcome) => !outcome.ok))
    expect(loser).toEqual({ ok: false, reason: 'not-allowed', state: 'cancelled' })
  expect(await stockOf(ownDb, disc.id)).toEqual({ onHand: 5, reserved: 0 })
})

test('only orders whose time is over are overdue', async ({ db }) => {
  const disc = await aVariant(db)
  const waiting = await anOrder(db, { of: disc, state: 'payment_pending' })
  const late = await anOrder(db, { of: disc, state: 'payment_pending' })
  const paidInTime = await anOrder(db, { of: disc, state: 'payment_pending' })
  const yesterday = new Date(Date.now() - 86_400_000)
  for (const { id } of [late, paidInTime])
    await db.update(orders).set({ paymentDeadline: yesterday }).where(eq(orders.id, id))
  await transitionOrder(db, { orderId: paidInTime.id, to: 'paid', actor: system })

  const overdue = (await listOverdueOrders(db)).map((order) => order.id)

  expect(overdue).toContain(late.id)
  expect(overdue).not.toContain(waiting.id)
  expect(overdue).not.toContain(paidInTime.id)
})
