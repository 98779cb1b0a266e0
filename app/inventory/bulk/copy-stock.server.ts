import { type BulkLoad, type Cell, copyInto } from '~/platform/copy-into.server'

export const STOCK_TABLES = ['stock', 'stock_movements']

type OpeningStock = { variantId: number; onHand: number }

/**
 * The opening stock of variants that have none yet, in bulk. All of it in one call: the ledger's trigger adds a statement's
 * movements to the stock in one pass over it.
 */
export async function copyStock(
  load: BulkLoad,
  opening: readonly OpeningStock[],
  { actor }: { actor: string },
): Promise<void> {
  await copyInto(load, { table: 'stock', columns: ['variant_id'] }, stockRows(opening))
  // The trigger plans with what is known of the table.
  await load`analyze stock`
  await copyInto(
    load,
    { table: 'stock_movements', columns: ['variant_id', 'delta', 'reason', 'actor'] },
    movementRows(opening, actor),
  )
}

function* stockRows(opening: readonly OpeningStock[]): Generator<Cell[]> {
  for (const { variantId } of opening) yield [variantId]
}

function* movementRows(opening: readonly OpeningStock[], actor: string): Generator<Cell[]> {
  for (const { variantId, onHand } of opening) if (onHand > 0) yield [variantId, onHand, 'initial', actor]
}
