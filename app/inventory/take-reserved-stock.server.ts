import { and, eq, inArray } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { inOrder } from '~/platform/in-order.server'
import { endingOf, stockLock } from './ledger/stock-rows.server'
import { heldBy, type ReserveStockOutcome, reserveStock } from './reserve-stock.server'
import { type StockLine, sumPerVariant } from './stock-lines'
import { listKept } from './stock-queries.server'
import { reservations, stockMovements } from './stock-tables.server'

export type OrderedLine = StockLine & { orderLineId: string }

/**
 * An order is paid: what it kept aside leaves the stock. Safe to call twice for one order line. If the reservation is
 * gone, the goods are reserved anew, or refused.
 */
export async function takeReservedStock(
  db: Database,
  { orderId, lines }: { orderId: string; lines: readonly OrderedLine[] },
): Promise<ReserveStockOutcome> {
  return inTransaction<ReserveStockOutcome>(db, async (tx) => {
    const order = { holder: 'order', holderId: orderId } as const
    const variantIds = lines.map((line) => line.variantId)
    const [, moved, kept] = await inOrder(
      stockLock(tx, variantIds),
      soldLines(tx, lines),
      listKept(tx, order),
    )
    const sold = new Set(moved.map((movement) => movement.orderLineId))
    const unsold = lines.filter((line) => !sold.has(line.orderLineId))
    if (unsold.length === 0) return { ok: true }

    const wanted = sumPerVariant(unsold)
    const missing = [...wanted]
      .map(([variantId, quantity]) => ({ variantId, quantity }))
      .filter(
        (line) => !kept.some((one) => one.variantId === line.variantId && one.quantity === line.quantity),
      )
    if (missing.length > 0) {
      const reserved = await reserveStock(tx, { ...order, lines: missing, minutes: null })
      if (!reserved.ok) return reserved
    }

    const ofThese = inArray(reservations.variantId, [...wanted.keys()])
    const sales = unsold.map(({ orderLineId, variantId, quantity }) => ({
      orderLineId,
      variantId,
      delta: -quantity,
      reason: 'sale' as const,
      actor: 'system',
      note: orderId,
    }))
    // Not the other way round: what is reserved may never be more than what is on hand.
    await inOrder(
      endingOf(tx, and(heldBy(order), ofThese), { areSold: true }),
      tx.insert(stockMovements).values(sales),
    )
    return { ok: true }
  })
}

function soldLines(tx: Database, lines: readonly OrderedLine[]) {
  const ids = lines.map((line) => line.orderLineId)
  return tx
    .select({ orderLineId: stockMovements.orderLineId })
    .from(stockMovements)
    .where(and(inArray(stockMovements.orderLineId, ids), eq(stockMovements.reason, 'sale')))
}
