import { type Database, inTransaction } from '~/platform/db.server'
import { heldBy, type ReserveStockOutcome, reserveLocked } from './reserve-stock.server'
import type { StockLine } from './stock-lines'
import { endReservations, lockStock } from './stock-rows.server'

/**
 * The cart becomes an order: the cart keeps nothing any more, the order keeps exactly its lines, until it is paid or
 * cancelled. The caller holds the cart's row, so the cart reserves nothing meanwhile.
 */
export async function handReservationsToOrder(
  db: Database,
  { cartId, orderId, lines }: { cartId: string; orderId: string; lines: readonly StockLine[] },
): Promise<ReserveStockOutcome> {
  return inTransaction<ReserveStockOutcome>(db, async (tx) => {
    const byCart = heldBy({ holder: 'cart', holderId: cartId })
    const variantIds = lines.map((line) => line.variantId)
    // All rows at once: two locks one after the other would not be in the order of the ids.
    await lockStock(tx, variantIds, { andHeldBy: byCart })
    await endReservations(tx, byCart)
    return reserveLocked(tx, { holder: 'order', holderId: orderId, lines, minutes: null })
  })
}
