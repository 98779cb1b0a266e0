import { inArray, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { announceStockChanges, lockStock } from './ledger/stock-rows.server'
import { stockMovements } from './stock-tables.server'
import type { OrderedLine } from './take-reserved-stock.server'

/**
 * Sold goods come back on the shelf. Of each order line never more comes back than was sold, so calling it twice, or for
 * an order that was never paid, changes nothing.
 */
export async function putStockBack(
  db: Database,
  {
    lines,
    reason = 'cancel',
    actor = 'system',
  }: { lines: readonly OrderedLine[]; reason?: 'cancel' | 'return'; actor?: string },
): Promise<{ ok: true; units: number }> {
  return inTransaction(db, async (tx) => {
    const rows = await lockStock(
      tx,
      lines.map((line) => line.variantId),
    )
    const outside = await countUnitsOutside(tx, lines)
    const movements = lines
      .map(({ orderLineId, variantId, quantity }) => ({
        orderLineId,
        variantId,
        delta: Math.min(quantity, outside.get(orderLineId) ?? 0),
        reason,
        actor,
      }))
      .filter((movement) => movement.delta > 0)
    if (movements.length === 0) return { ok: true as const, units: 0 }

    await tx.insert(stockMovements).values(movements)
    const back = (variantId: number) =>
      movements.filter((one) => one.variantId === variantId).reduce((sum, one) => sum + one.delta, 0)
    await announceStockChanges(
      tx,
      [...rows.values()].map((row) => ({
        ...row,
        onHand: row.onHand + back(row.variantId),
        availableBefore: row.onHand - row.reserved,
      })),
    )
    return { ok: true as const, units: movements.reduce((sum, one) => sum + one.delta, 0) }
  })
}

/** How many units of each order line were sold and have not come back. */
async function countUnitsOutside(
  tx: Database,
  lines: readonly OrderedLine[],
): Promise<Map<string | null, number>> {
  const rows = await tx
    .select({ id: stockMovements.orderLineId, units: sql<number>`(-sum(${stockMovements.delta}))::int` })
    .from(stockMovements)
    .where(
      inArray(
        stockMovements.orderLineId,
        lines.map((line) => line.orderLineId),
      ),
    )
    .groupBy(stockMovements.orderLineId)
  return new Map(rows.map((row) => [row.id, row.units]))
}
