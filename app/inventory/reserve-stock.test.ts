import { eq } from 'drizzle-orm'
import { newId } from '~/platform/ids.server'
import { announcementsIn, aVariant, stockOf } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { releaseExpiredReservations, releaseReservations } from './release-reservations.server'
import { reserveStock } from './reserve-stock.server'
import { listAvailability, listOwnAvailability } from './stock-queries.server'
import { reservations } from './stock-tables.server'

const aCart = () => ({ holder: 'cart' as const, holderId: newId() })
const minutesFrom = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000)

test('what one cart keeps aside is not available to another', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5 })

  expect(
    await reserveStock(db, { ...aCart(), lines: [{ variantId: mug.id, quantity: 4 }], minutes: 30 }),
  ).toEqual({ ok: true })

  expect(
    await reserveStock(db, { ...aCart(), lines: [{ variantId: mug.id, quantity: 2 }], minutes: 30 }),
  ).toEqual({ ok: false, reason: 'not-enough-stock', variantId: mug.id, available: 1 })
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 4 })
  expect((await listAvailability(db, [mug.id])).get(mug.id)).toMatchObject({ available: 1 })
})

test('all lines are kept aside or none', async ({ db }) => {
  const [mug, plate] = [await aVariant(db, { onHand: 5 }), await aVariant(db, { onHand: 0 })]
  const lines = [
    { variantId: mug.id, quantity: 1 },
    { variantId: plate.id, quantity: 1 },
  ]

  expect(await reserveStock(db, { ...aCart(), lines, minutes: 30 })).toMatchObject({ variantId: plate.id })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 0 })
})

test('two lines of one variant are counted together', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 3 })
  const twice = [
    { variantId: mug.id, quantity: 2 },
    { variantId: mug.id, quantity: 2 },
  ]

  expect(await reserveStock(db, { ...aCart(), lines: twice, minutes: 30 })).toMatchObject({
    reason: 'not-enough-stock',
    available: 3,
  })
})

test('reserving again replaces what the holder kept before', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5 })
  const cart = aCart()
  await reserveStock(db, { ...cart, lines: [{ variantId: mug.id, quantity: 4 }], minutes: 30 })

  await reserveStock(db, { ...cart, lines: [{ variantId: mug.id, quantity: 5 }], minutes: 30 })
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 5 })
  expect(
    (await listOwnAvailability(db, { ...cart, variantIds: [mug.id] })).get(mug.id),
    'what I keep is available to me',
  ).toMatchObject({ available: 5 })

  await reserveStock(db, { ...cart, lines: [{ variantId: mug.id, quantity: 1 }], minutes: 30 })
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 1 })
})

test('an expired reservation never blocks a sale, even before it was tidied up', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 1 })
  const then = new Date('2026-11-20T10:00:00Z')
  const line = [{ variantId: mug.id, quantity: 1 }]
  await reserveStock(db, { ...aCart(), lines: line, minutes: 30, now: then })

  const justBefore = minutesFrom(then, 29)
  expect((await listAvailability(db, [mug.id], { now: justBefore })).get(mug.id)?.available).toBe(0)
  expect(await reserveStock(db, { ...aCart(), lines: line, minutes: 30, now: justBefore })).toMatchObject({
    ok: false,
  })

  const after = minutesFrom(then, 30)
  expect((await listAvailability(db, [mug.id], { now: after })).get(mug.id)?.available).toBe(1)
  expect(await reserveStock(db, { ...aCart(), lines: line, minutes: 30, now: after })).toEqual({ ok: true })
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 1, reserved: 1 })
})

test('a reservation is prolonged twice and no more', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5 })
  const cart = aCart()
  const start = new Date('2026-11-20T10:00:00Z')
  const keepAt = (minutes: number) =>
    reserveStock(db, {
      ...cart,
      lines: [{ variantId: mug.id, quantity: 1 }],
      minutes: 30,
      now: minutesFrom(start, minutes),
    })
  for (const minutes of [0, 20, 40, 60]) expect(await keepAt(minutes)).toEqual({ ok: true })

  const [live] = (
    await db.select().from(reservations).where(eq(reservations.holderId, cart.holderId))
  ).filter((one) => !one.releasedAt)
  expect(live?.expiresAt).toEqual(minutesFrom(start, 70))

  expect(await keepAt(80), 'there is enough, but nothing is kept aside any more').toEqual({ ok: true })
  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 0 })

  await releaseReservations(db, cart)
  await keepAt(81)
  expect(await stockOf(db, mug.id), 'removing and adding again is no way round').toMatchObject({
    reserved: 0,
  })
})

test('one holder keeps no more than the units it is allowed', async ({ db }) => {
  const room = { units: 50, unitsOf: () => 50 }
  const [mug, plate] = [await aVariant(db, { onHand: 100 }), await aVariant(db, { onHand: 100 })]
  const cart = aCart()
  const keep = (variantId: number, quantity: number) =>
    reserveStock(db, { ...cart, lines: [{ variantId, quantity }], minutes: 30, room })

  expect(await keep(mug.id, 40)).toEqual({ ok: true })
  expect(await keep(plate.id, 40)).toEqual({ ok: true })

  expect((await stockOf(db, mug.id)).reserved + (await stockOf(db, plate.id)).reserved).toBe(50)
  expect(await keep(plate.id, 101), 'what is not kept must still be there').toMatchObject({ available: 100 })
})

test('a variant that never had stock is not available', async ({ db }) => {
  const line = { variantId: 2_000_000_000, quantity: 1 }

  expect(await reserveStock(db, { ...aCart(), lines: [line], minutes: 30 })).toMatchObject({ available: 0 })
})

test('releasing twice gives back once', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 5 })
  const cart = aCart()
  await reserveStock(db, { ...cart, lines: [{ variantId: mug.id, quantity: 4 }], minutes: 30 })

  await releaseReservations(db, cart)
  await releaseReservations(db, cart)

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 0 })
})

test('the tidy-up releases what has expired and nothing else', async ({ db }) => {
  const [mug, plate] = [await aVariant(db, { onHand: 5 }), await aVariant(db, { onHand: 5 })]
  const then = new Date('2026-11-20T10:00:00Z')
  const keep = (variantId: number, minutes: number | null, holder: 'cart' | 'order' = 'cart') =>
    reserveStock(db, { holder, holderId: newId(), lines: [{ variantId, quantity: 1 }], minutes, now: then })
  await keep(mug.id, 30)
  await keep(mug.id, 60)
  await keep(plate.id, 30)
  await keep(plate.id, null, 'order')

  expect(await releaseExpiredReservations(db, { now: minutesFrom(then, 31), limit: 1 })).toBe(2)

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 1 })
  expect(await stockOf(db, plate.id), 'an order in payment keeps its goods').toEqual({
    onHand: 5,
    reserved: 1,
  })
})

test('only what a page shows differently is announced', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 10 })
  const take = (quantity: number) =>
    reserveStock(db, { ...aCart(), lines: [{ variantId: mug.id, quantity }], minutes: 30 })

  await take(2)
  expect(await announcementsIn(db), '8 of 10 left: still plenty').toEqual([])

  await take(6)
  expect(await announcementsIn(db), 'only 2 left').toEqual([{ type: 'stock.changed', variantIds: [mug.id] }])
})
