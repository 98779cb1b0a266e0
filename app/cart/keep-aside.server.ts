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
  const { stock } = await readSettings(tx)
  return reserveStock(tx, {
    holder: 'cart',
    holderId: cart.id,
    lines: [line],
    minutes: stock.reservationMinutes,
    maxUnits: stock.reserveAt === 'cart' ? await unitsAllowed(tx, cart, stock) : 0,
    now,
  })
}

async function unitsAllowed(
  tx: Database,
  { id, openedFrom }: Cart,
  { maxReservedUnitsPerCart, maxReservedUnitsPerAddress }: Settings['stock'],
): Promise<number> {
  if (!openedFrom) return maxReservedUnitsPerCart
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
  return Math.min(maxReservedUnitsPerCart, Math.max(0, maxReservedUnitsPerAddress - (row?.units ?? 0)))
}
