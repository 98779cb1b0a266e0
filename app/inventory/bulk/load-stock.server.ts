import type { Database } from '~/platform/db.server'
import { stock, stockMovements } from '../stock-tables.server'

/** The opening stock of variants that have none yet, written in the ledger like every later change. */
export async function loadStock(
  db: Database,
  opening: readonly { variantId: number; onHand: number }[],
  { actor }: { actor: string },
): Promise<void> {
  if (opening.length === 0) return
  await db.insert(stock).values(opening.map(({ variantId }) => ({ variantId })))
  const movements = opening
    .filter(({ onHand }) => onHand > 0)
    .map(({ variantId, onHand }) => ({ variantId, delta: onHand, reason: 'initial' as const, actor }))
  if (movements.length > 0) await db.insert(stockMovements).values(movements)
}
