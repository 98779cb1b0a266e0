import { type ReserveStockOutcome, reserveStock } from '~/inventory/reserve-stock.server'
import { roomToKeep } from '~/inventory/room-to-keep.server'
import type { StockLine } from '~/inventory/stock-lines'
import type { Database } from '~/platform/db.server'
import { readSettings } from '~/settings/setting-queries.server'
import type { Cart } from './lock-cart.server'

const NO_ROOM = { units: 0, unitsOf: () => 0 }

/**
 * Keeps the goods of a line aside for a while, as far as the shop's settings let one visitor. Where they keep nothing
 * aside before checkout, it only looks whether enough is there.
 */
export async function keepAside(
  tx: Database,
  { cart, line, now }: { cart: Cart; line: StockLine; now?: Date },
): Promise<ReserveStockOutcome> {
  const { stock: limits } = await readSettings(tx)
  const keptFor = { origin: cart.openedFrom, person: null }
  const room =
    limits.reserveAt === 'cart' ? await roomToKeep(tx, { keptFor, besides: [cart.id], limits }) : NO_ROOM
  return reserveStock(tx, {
    holder: 'cart',
    holderId: cart.id,
    lines: [line],
    minutes: limits.reservationMinutes,
    room,
    keptFor,
    now,
  })
}
