import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { reservations, stock } from './stock-tables.server'

declare module '~/platform/queue.server' {
  interface Announcements {
    /** What a page says about these variants is out of date: sold out, back again, only a few left. */
    'stock.changed': { variantIds: number[] }
  }
}

export type StockRow = { variantId: number; onHand: number; reserved: number; lowThreshold: number }

/** The database's clock, unless a test sets the time. */
export function clock(now?: Date): SQL<Date> {
  return now ? sql`${now.toISOString()}::timestamptz` : sql`clock_timestamp()`
}

/**
 * Locks the stock of these variants, always in the order of their ids, so that crossing baskets wait and never deadlock.
 * Whoever holds a variant's row may touch its reservations: take it before any of them.
 */
export async function lockStock(
  tx: Database,
  variantIds: Iterable<number>,
  { skipLocked = false } = {},
): Promise<Map<number, StockRow>> {
  const ids = [...new Set(variantIds)]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(stock)
    .where(inArray(stock.variantId, ids))
    .orderBy(stock.variantId)
    .for('update', skipLocked ? { skipLocked } : {})
  return new Map(rows.map((row) => [row.variantId, row]))
}

export type ReservedChange = {
  variantId: number
  /** What `reserved` grows by; negative gives back. */
  delta: number
  /** What must be available for the change to happen. */
  needed?: number
}

/** Changes `reserved` where enough is available, and says for which variants it happened. */
export async function changeReserved(
  tx: Database,
  changes: readonly ReservedChange[],
  { isAnnounced = true } = {},
): Promise<Set<number>> {
  if (changes.length === 0) return new Set()
  const wanted = JSON.stringify(
    changes.map(({ variantId, delta, needed = 0 }) => ({ variant_id: variantId, delta, needed })),
  )
  const rows = await tx.execute<{ variantId: number; delta: number } & Omit<StockRow, 'variantId'>>(sql`
    update ${stock} set reserved = stock.reserved + wanted.delta
    from json_to_recordset(${wanted}::json) as wanted (variant_id int, delta int, needed int)
    where stock.variant_id = wanted.variant_id and stock.on_hand - stock.reserved >= wanted.needed
    returning stock.variant_id as "variantId", wanted.delta, stock.on_hand as "onHand", stock.reserved,
      stock.low_threshold as "lowThreshold"`)
  if (isAnnounced)
    await announceStockChanges(
      tx,
      rows.map((row) => ({ ...row, availableBefore: row.onHand - row.reserved + row.delta })),
    )
  return new Set(rows.map((row) => row.variantId))
}

/** Pages show « rupture », "only 3 left" or plenty: only a change of that is worth announcing. */
export async function announceStockChanges(
  tx: Database,
  rows: readonly (StockRow & { availableBefore: number })[],
): Promise<void> {
  const variantIds = rows
    .filter(({ onHand, reserved, lowThreshold, availableBefore }) => {
      const shown = (available: number) => Math.min(available, lowThreshold + 1)
      return shown(availableBefore) !== shown(onHand - reserved)
    })
    .map((row) => row.variantId)
  if (variantIds.length > 0) await announce(tx, { type: 'stock.changed', variantIds })
}

export const isLive = sql`${reservations.releasedAt} is null and ${reservations.consumedAt} is null`

/** Ends the live reservations that `which` names and gives their units back. The stock rows must be locked. */
export async function endReservations(tx: Database, which: SQL | undefined, now?: Date): Promise<number> {
  const ended = await tx
    .update(reservations)
    .set({ releasedAt: clock(now) })
    .where(sql`${isLive} and ${which}`)
    .returning({ variantId: reservations.variantId, quantity: reservations.quantity })
  const freed = new Map<number, number>()
  for (const { variantId, quantity } of ended) freed.set(variantId, (freed.get(variantId) ?? 0) - quantity)
  await changeReserved(
    tx,
    [...freed].map(([variantId, delta]) => ({ variantId, delta })),
  )
  return ended.length
}
