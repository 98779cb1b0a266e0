import { and, eq, lte, sql } from 'drizzle-orm'
import { hasVariant } from '~/catalog/variant-queries.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { announceStockChanges, clock, endReservations, lockStock } from './ledger/stock-rows.server'
import { reservations, stock, stockMovements } from './stock-tables.server'

export type SetStockOnHandOutcome =
  | { ok: true; onHand: number }
  | { ok: false; reason: 'unknown-variant' }
  | { ok: false; reason: 'changed-meanwhile'; onHand: number }
  | { ok: false; reason: 'below-reserved'; reserved: number }

/**
 * Somebody counted the shelf. `basedOn` is the figure they saw when they began: if sales or a colleague changed it since,
 * nothing is written and both figures can be shown.
 */
export async function setStockOnHand(
  db: Database,
  {
    variantId,
    onHand,
    basedOn,
    reason = 'adjustment',
    actor,
    note,
  }: {
    variantId: number
    onHand: number
    basedOn: number
    reason?: 'initial' | 'delivery' | 'adjustment' | 'import'
    actor: string
    note?: string
  },
): Promise<SetStockOnHandOutcome> {
  return inTransaction<SetStockOnHandOutcome>(db, async (tx) => {
    if (!(await hasVariant(tx, variantId))) return { ok: false, reason: 'unknown-variant' }

    await tx.insert(stock).values({ variantId }).onConflictDoNothing()
    await lockStock(tx, [variantId])
    await endReservations(
      tx,
      and(eq(reservations.variantId, variantId), lte(reservations.expiresAt, sql`${clock()}`)),
    )
    const [row] = await tx.select().from(stock).where(eq(stock.variantId, variantId))
    if (!row) throw new Error(`The stock of variant ${variantId} vanished under its lock`)

    if (row.onHand !== basedOn) return { ok: false, reason: 'changed-meanwhile', onHand: row.onHand }
    if (onHand < row.reserved) return { ok: false, reason: 'below-reserved', reserved: row.reserved }
    if (onHand === row.onHand) return { ok: true, onHand }

    await tx
      .insert(stockMovements)
      .values({ variantId, delta: onHand - row.onHand, reason, actor, note: note ?? null })
    await announceStockChanges(tx, [{ ...row, onHand, availableBefore: row.onHand - row.reserved }])
    return { ok: true, onHand }
  })
}
