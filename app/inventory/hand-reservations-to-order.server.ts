import { and, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { inOrder } from '~/platform/in-order.server'
import { numbersIn } from '~/platform/is-among.server'
import { heldBy, type ReserveStockOutcome, reserveLocked } from './reserve-stock.server'
import { type StockLine, sumPerVariant } from './stock-lines'
import { endReservations, isLive, stockLock } from './stock-rows.server'
import { reservations } from './stock-tables.server'

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
    const wanted = sumPerVariant(lines)
    const [, handed, left] = await inOrder(
      // All rows at once: two locks one after the other would not be in the order of the ids.
      stockLock(tx, wanted.keys(), { andHeldBy: byCart }),
      handOver(tx, { wanted, orderId, cartId }),
      tx.select({ id: reservations.id }).from(reservations).where(and(byCart, isLive)),
    )
    if (left.length > 0) await endReservations(tx, byCart)

    const missing = [...wanted]
      .map(([variantId, quantity]) => ({ variantId, quantity }))
      .filter((line) => !handed.some((one) => one.variantId === line.variantId))
    if (missing.length === 0) return { ok: true }
    return reserveLocked(tx, { holder: 'order', holderId: orderId, lines: missing, minutes: null })
  })
}

/** What the cart keeps of exactly what is wanted changes hands; the stock does not feel it. */
function handOver(
  tx: Database,
  { wanted, orderId, cartId }: { wanted: Map<number, number>; orderId: string; cartId: string },
) {
  const [ids, quantities] = [numbersIn([...wanted.keys()]), numbersIn([...wanted.values()])]
  return tx
    .update(reservations)
    .set({ holder: 'order', holderId: orderId, expiresAt: null })
    .where(
      and(
        heldBy({ holder: 'cart', holderId: cartId }),
        isLive,
        sql`(${reservations.variantId}, ${reservations.quantity}) in
          (select * from unnest(${ids}, ${quantities}))`,
      ),
    )
    .returning({ variantId: reservations.variantId })
}
