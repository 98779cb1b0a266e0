import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { aVariant, stockOf } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { handReservationsToOrder } from './hand-reservations-to-order.server'
import { putStockBack } from './put-stock-back.server'
import { releaseExpiredReservations, releaseReservations } from './release-reservations.server'
import { reserveStock } from './reserve-stock.server'
import { listAvailability } from './stock-queries.server'
import { takeReservedStock } from './take-reserved-stock.server'

const PROLONGED = 60_000

/** Stock that does not add up: on hand other than its ledger, reserved other than its live reservations. */
async function listContradictions(db: Database): Promise<unknown[]> {
  return db.execute(sql`
    select s.variant_id, s.on_hand, s.reserved from stock s
    where s.on_hand <> (select coalesce(sum(delta), 0) from stock_movements m where m.variant_id = s.variant_id)
       or s.reserved <> (select coalesce(sum(quantity), 0) from reservations r
         where r.variant_id = s.variant_id and r.released_at is null and r.consumed_at is null)`)
}

const together = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

test(
  'of 500 simultaneous buyers of the last unit exactly one gets it',
  async ({ ownDb }) => {
    const mug = await aVariant(ownDb, { onHand: 1 })

    const outcomes = await together(500, async () => {
      const orderId = newId()
      const line = { orderLineId: newId(), variantId: mug.id, quantity: 1 }
      const reserved = await reserveStock(ownDb, {
        holder: 'order',
        holderId: orderId,
        lines: [line],
        minutes: null,
      })
      return reserved.ok ? takeReservedStock(ownDb, { orderId, lines: [line] }) : reserved
    })

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(await stockOf(ownDb, mug.id)).toEqual({ onHand: 0, reserved: 0 })
    expect(await listContradictions(ownDb)).toEqual([])
  },
  PROLONGED,
)

test(
  'a unit that an expired reservation still blocks goes to exactly one of many, while the tidy-up runs',
  async ({ ownDb }) => {
    const mug = await aVariant(ownDb, { onHand: 1 })
    const lines = [{ variantId: mug.id, quantity: 1 }]
    const longAgo = new Date(Date.now() - 3_600_000)
    await reserveStock(ownDb, { holder: 'cart', holderId: newId(), lines, minutes: 30, now: longAgo })

    const [outcomes] = await Promise.all([
      together(60, () => reserveStock(ownDb, { holder: 'cart', holderId: newId(), lines, minutes: 30 })),
      together(5, () => releaseExpiredReservations(ownDb)),
    ])

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(await listContradictions(ownDb)).toEqual([])
  },
  PROLONGED,
)

test(
  'crossing baskets wait for one another and never deadlock',
  async ({ ownDb }) => {
    const variants: number[] = []
    for (let index = 0; index < 10; index++) variants.push((await aVariant(ownDb, { onHand: 1000 })).id)

    const outcomes = await together(200, (buyer) => {
      const basket = shuffled(variants, buyer)
        .slice(0, 5)
        .map((variantId) => ({ orderLineId: newId(), variantId, quantity: 1 }))
      const [cartId, orderId] = [newId(), newId()]
      // A transaction of the test's own is not tried again: a deadlock would come out as a fault.
      return ownDb.transaction(async (tx) => {
        await reserveStock(tx, { holder: 'cart', holderId: cartId, lines: basket, minutes: 30 })
        await handReservationsToOrder(tx, { cartId, orderId, lines: [...basket].reverse() })
        return takeReservedStock(tx, { orderId, lines: basket })
      })
    })

    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(await listContradictions(ownDb)).toEqual([])
  },
  PROLONGED,
)

test(
  'one payment settled by many at once takes the stock once, and one cancellation gives it back once',
  async ({ ownDb }) => {
    const mug = await aVariant(ownDb, { onHand: 10 })
    const orderId = newId()
    const lines = [{ orderLineId: newId(), variantId: mug.id, quantity: 2 }]
    await reserveStock(ownDb, { holder: 'order', holderId: orderId, lines, minutes: null })

    await together(20, () => takeReservedStock(ownDb, { orderId, lines }))
    expect(await stockOf(ownDb, mug.id)).toEqual({ onHand: 8, reserved: 0 })

    await together(20, () => putStockBack(ownDb, { lines }))
    expect(await stockOf(ownDb, mug.id)).toEqual({ onHand: 10, reserved: 0 })
  },
  PROLONGED,
)

type Move =
  | { kind: 'keep'; cart: number; variant: number; quantity: number }
  | { kind: 'drop'; cart: number }
  | { kind: 'order'; cart: number; variant: number; quantity: number }
  | { kind: 'wait'; minutes: number }
  | { kind: 'tidy' }

const index = fc.integer({ min: 0, max: 2 })
const quantity = fc.integer({ min: 1, max: 5 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('keep' as const), cart: index, variant: index, quantity }),
  fc.record({ kind: fc.constant('drop' as const), cart: index }),
  fc.record({ kind: fc.constant('order' as const), cart: index, variant: index, quantity }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
  fc.constant({ kind: 'tidy' as const }),
)

test(
  'whatever carts do in whatever order, the ledgers agree and nothing is sold that is not there',
  async ({ db }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25 }), async (moves) => {
        const ids = [await aVariant(db, { onHand: 6 }), await aVariant(db, { onHand: 3 }), await aVariant(db)]
        const carts = [newId(), newId(), newId()]
        let now = new Date('2026-11-20T10:00:00Z')
        for (const step of moves) {
          if (step.kind === 'wait') now = new Date(now.getTime() + step.minutes * 60_000)
          else if (step.kind === 'tidy') await releaseExpiredReservations(db, { now })
          else {
            const cartId = carts[step.cart] ?? ''
            const variantId = 'variant' in step ? (ids[step.variant]?.id ?? 0) : 0
            if (step.kind === 'drop') await releaseReservations(db, { holder: 'cart', holderId: cartId })
            else {
              const lines = [{ variantId, quantity: step.quantity }]
              if (step.kind === 'keep')
                await reserveStock(db, { holder: 'cart', holderId: cartId, lines, minutes: 30, now })
              else await buy(db, cartId, lines)
            }
          }
        }

        expect(await listContradictions(db)).toEqual([])
        for (const [, stock] of await listAvailability(
          db,
          ids.map(({ id }) => id),
          { now },
        )) {
          expect(stock.available).toBeGreaterThanOrEqual(0)
          expect(stock.available).toBeLessThanOrEqual(stock.onHand)
        }
      }),
      { numRuns: 15 },
    )
  },
  PROLONGED,
)

async function buy(db: Database, cartId: string, wanted: { variantId: number; quantity: number }[]) {
  const orderId = newId()
  const lines = wanted.map((line) => ({ ...line, orderLineId: newId() }))
  const handed = await handReservationsToOrder(db, { cartId, orderId, lines })
  if (handed.ok) expect(await takeReservedStock(db, { orderId, lines })).toEqual({ ok: true })
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  return fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 }).flat()
}
