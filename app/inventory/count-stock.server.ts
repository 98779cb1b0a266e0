import { and, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { clock, endReservations, lockStock, type StockRow } from './ledger/stock-rows.server'
import { reservations } from './stock-tables.server'

/** Locks the stock of these variants for a count; what expired reservations held is free again. */
export async function lockStockForCount(
  tx: Database,
  variantIds: readonly number[],
): Promise<Map<number, StockRow>> {
  const rows = await lockStock(tx, variantIds)
  const held = [...rows.values()].filter(({ reserved }) => reserved > 0).map(({ variantId }) => variantId)
  if (held.length === 0) return rows
  const ended = await endReservations(
    tx,
    and(inArray(reservations.variantId, held), lte(reservations.expiresAt, sql`${clock()}`)),
  )
  return ended > 0 ? lockStock(tx, variantIds) : rows
}

export type Counted = { variantId: number; onHand: number }

/**
 * Writes a count of many variants in the ledger: the difference to what stands there, at the moment it is written. Those
 * that have stock already were locked by `lockStockForCount`, and none is counted below what is reserved.
 */
export async function countStock(
  tx: Database,
  counts: readonly Counted[],
  { actor, note }: { actor: string; note: string },
): Promise<void> {
  if (counts.length === 0) return
  const given = sql`json_to_recordset(${JSON.stringify(counts)}::json) as given ("variantId" int, "onHand" int)`
  await tx.execute(sql`
    insert into stock (variant_id) select "variantId" from ${given} order by 1 on conflict do nothing`)
  await tx.execute(sql`
    insert into stock_movements (variant_id, delta, reason, actor, note)
    select given."variantId", given."onHand" - stock.on_hand, 'import', ${actor}, ${note}
    from ${given} join stock on stock.variant_id = given."variantId"
    where given."onHand" <> stock.on_hand order by 1`)
}

/** What is on hand of these variants; one that was never counted is missing. */
export async function listOnHand(db: Database, variantIds: readonly number[]): Promise<Map<number, number>> {
  if (variantIds.length === 0) return new Map()
  const rows = await db.execute<{ variantId: number; onHand: number }>(sql`
    select variant_id as "variantId", on_hand as "onHand" from stock
    where ${isAmong(sql`variant_id`, variantIds)}`)
  return new Map(rows.map(({ variantId, onHand }) => [variantId, onHand]))
}
