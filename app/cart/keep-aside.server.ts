import { and, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import { type ReserveStockOutcome, reserveStock } from '~/inventory/reserve-stock.server'
import type { StockLine } from '~/inventory/stock-lines'
import { isLive } from '~/inventory/stock-rows.server'
import { reservations } from '~/inventory/stock-tables.server'
import type { Database } from '~/platform/db.server'
import { readSettings } from '~/settings/setting-queries.server'
import type { Settings } from '~/settings/settings'
import { carts } from './cart-tables.server'
import type { Cart } from './lock-cart.server'

/**
 * Keeps the goods of a line aside for a while, as far as the shop's settings let one visitor. Where they keep nothing
 * aside before checkout, it only looks whether enough is there.
 */
export async function keepAside(
  tx: Database,
  { cart, line, now }: { cart: Cart; line: StockLine; now?: Date },
): Promise<ReserveStockOutcome> {
  const [{ stock }, heldByNeighbours] = await Promise.all([readSettings(tx), countHeldByNeighbours(tx, cart)])
  return reserveStock(tx, {
    holder: 'cart',
    holderId: cart.id,
    lines: [line],
    minutes: stock.reservationMinutes,
    maxUnits: stock.reserveAt === 'cart' ? unitsAllowed(stock, heldByNeighbours) : 0,
    now,
  })
}

function unitsAllowed(
  { maxReservedUnitsPerCart, maxReservedUnitsPerAddress }: Settings['stock'],
  heldByNeighbours: number,
): number {
  return Math.min(maxReservedUnitsPerCart, Math.max(0, maxReservedUnitsPerAddress - heldByNeighbours))
}

/** What the other carts opened from the same address keep aside. */
async function countHeldByNeighbours(tx: Database, { id, openedFrom }: Cart): Promise<number> {
  if (!openedFrom) return 0
  const neighbours = tx
    .select({ id: carts.id })
    .from(carts)
    .where(and(eq(carts.openedFrom, openedFrom), isNull(carts.orderedAt), ne(carts.id, id)))
  const [row] = await tx
    .select({ units: sql<number>`coalesce(sum(${reservations.quantity}), 0)::int` })
    .from(reservations)
    .where(
      and(
        eq(reservations.holder, 'cart'),
        inArray(reservations.holderId, neighbours),
        isLive,
        gt(reservations.expiresAt, sql`clock_timestamp()`),
      ),
    )
  return row?.units ?? 0
}
