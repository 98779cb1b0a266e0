import { sql } from 'drizzle-orm'
import { carts } from '~/cart/cart-tables.server'
import { reservations } from '~/inventory/stock-tables.server'
import { orders } from '~/orders/order-tables.server'
import { transitionOrder } from '~/orders/transition-order.server'
import type { Database } from '~/platform/db.server'
import { aCheckout } from '../../../tests/a-checkout'
import { aVariant, stockOf } from '../../../tests/a-shop'
import { openForBusiness } from '../../../tests/open-for-business'
import { describe, expect, test } from '../../../tests/shop-test'
import { placeOrder } from '../place-order.server'

type Facts = { of: { id: number }; quantity?: number; email?: string; openedFrom?: string }

async function order(db: Database, { of, quantity = 1, ...facts }: Facts) {
  const { wish } = await aCheckout(db, { of: [{ id: of.id, quantity }], ...facts })
  return placeOrder(db, wish)
}

describe('what unpaid orders keep from others', () => {
  test('two orders of one person keep no more aside than one cart may', async ({ db }) => {
    await openForBusiness(db)
    const disc = await aVariant(db, { onHand: 156, weightGrams: 10 })

    expect(await order(db, { of: disc, quantity: 100, email: 'one@example.fr' })).toMatchObject({ ok: true })
    expect((await stockOf(db, disc.id)).reserved).toBe(50)
    expect(await order(db, { of: disc, quantity: 56, email: 'One@example.fr' })).toMatchObject({ ok: true })

    expect((await stockOf(db, disc.id)).reserved).toBe(50)
  })

  test('neither do orders from one network under ever new e-mails, nor a cart beside them', async ({
    db,
  }) => {
    await openForBusiness(db)
    const disc = await aVariant(db, { onHand: 156, weightGrams: 10 })
    const openedFrom = 'one network'

    for (const email of ['a@example.fr', 'b@example.fr', 'c@example.fr'])
      await order(db, { of: disc, quantity: 40, email, openedFrom })
    await aCheckout(db, { of: [{ id: disc.id, quantity: 36 }], openedFrom })

    expect((await stockOf(db, disc.id)).reserved).toBe(50)
    expect(await order(db, { of: disc, quantity: 50, email: 'else@example.fr' })).toMatchObject({ ok: true })
    expect((await stockOf(db, disc.id)).reserved).toBe(100)
  })

  test('what is not kept must still be there', async ({ db }) => {
    await openForBusiness(db)
    const disc = await aVariant(db, { onHand: 90, weightGrams: 10 })
    const { wish } = await aCheckout(db, { of: [{ id: disc.id, quantity: 90 }] })
    await order(db, { of: disc, quantity: 30, email: 'else@example.fr' })

    expect(await placeOrder(db, wish)).toMatchObject({ reason: 'not-enough-stock', available: 60 })
  })

  test('an order that was paid or cancelled counts no more, and nobody is named any longer', async ({
    db,
  }) => {
    await openForBusiness(db)
    const disc = await aVariant(db, { onHand: 200 })
    const first = await order(db, { of: disc, quantity: 50, openedFrom: 'one network' })
    if (!first.ok) throw new Error(first.reason)

    await transitionOrder(db, { orderId: first.orderId, to: 'cancelled', actor: { kind: 'customer' } })
    await order(db, { of: disc, quantity: 50, openedFrom: 'one network' })

    expect((await stockOf(db, disc.id)).reserved).toBe(50)
    const ended = await db
      .selectDistinct({ origin: reservations.fromOrigin, person: reservations.forPerson })
      .from(reservations)
      .where(sql`${reservations.releasedAt} is not null`)
    expect(ended).toEqual([{ origin: null, person: null }])
  })
})

describe('how often one orders', () => {
  test('ten orders of one person in an hour; the eleventh waits, and its cart stays', async ({ db }) => {
    await openForBusiness(db)
    const disc = await aVariant(db, { onHand: 50 })
    for (let count = 0; count < 10; count++)
      expect(await order(db, { of: disc, email: 'often@example.fr' })).toMatchObject({ ok: true })

    const refused = await order(db, { of: disc, email: 'Often@example.fr' })

    expect(refused).toEqual({
      ok: false,
      reason: 'too-many-orders',
      retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 3500 && seconds <= 3600),
    })
    expect(await db.$count(orders)).toBe(10)
    expect(await db.$count(carts, sql`${carts.orderedAt} is null`)).toBe(1)
    expect(await order(db, { of: disc, email: 'somebody@example.fr' })).toMatchObject({ ok: true })
  })

  test('twenty orders from one network in ten minutes, whoever places them', async ({ db }) => {
    await openForBusiness(db)
    const disc = await aVariant(db, { onHand: 50 })
    const orderAs = (count: number) =>
      order(db, { of: disc, email: `person-${count}@example.fr`, openedFrom: 'an office' })
    for (let count = 0; count < 20; count++) expect(await orderAs(count)).toMatchObject({ ok: true })

    expect(await orderAs(20)).toMatchObject({ reason: 'too-many-orders' })
    await db.update(carts).set({ orderedAt: sql`ordered_at - interval '10 minutes'` })
    expect(await orderAs(21)).toMatchObject({ ok: true })
  })
})
