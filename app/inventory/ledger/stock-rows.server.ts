import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { uncountedArray } from '~/platform/is-among.server'
import { announce } from '~/platform/queue.server'
import { isSaidOtherwise } from '../few-left'
import { reservations, stock } from '../stock-tables.server'

export type StockRow = { variantId: number; onHand: number; reserved: number }

/** The database's clock, unless a test sets the time. */
export function clock(now?: Date): SQL<Date> {
  return now ? sql`${now.toISOString()}::timestamptz` : sql`clock_timestamp()`
}

export const isLive = sql`${reservations.releasedAt} is null and ${reservations.consumedAt} is null`

/**
 * Locks the stock of these variants, always in the order of their ids, so that crossing baskets wait and never deadlock.
 * `andHeldBy` adds the variants of live reservations. Whoever holds a variant's row may touch its reservations: take it before any of them.
 */
export async function lockStock(
  tx: Database,
  variantIds: Iterable<number>,
  options?: LockOptions,
): Promise<Map<number, StockRow>> {
  const rows = await stockLock(tx, variantIds, options)
  return new Map(rows.map((row) => [row.variantId, row]))
}

type LockOptions = { skipLocked?: boolean; andHeldBy?: SQL }

/** The same as a query, to be sent together with what is asked under the lock. */
export function stockLock(
  tx: Database,
  variantIds: Iterable<number>,
  { skipLocked = false, andHeldBy }: LockOptions = {},
) {
  const ids = [...new Set(variantIds)]
  const held = sql`select variant_id from ${reservations} where ${isLive} and ${andHeldBy}`
  const which = andHeldBy
    ? sql`${stock.variantId} = any(array(select unnest(${uncountedArray(ids)}) union ${held}))`
    : inArray(stock.variantId, ids)
  return tx
    .select()
    .from(stock)
    .where(which)
    .orderBy(stock.variantId)
    .for('update', skipLocked ? { skipLocked } : {})
}

export type ReservedChange = {
  variantId: number
  /** What `reserved` grows by; negative gives back. */
  delta: number
  /** What must be available for the change to happen. */
  needed?: number
}

type ChangedRow = StockRow & { delta: number }

const changedColumns = sql`stock.variant_id as "variantId", stock.on_hand as "onHand", stock.reserved`

/** Changes `reserved` where enough is available, and says for which variants it happened. */
export async function changeReserved(tx: Database, changes: readonly ReservedChange[]): Promise<Set<number>> {
  if (changes.length === 0) return new Set()
  const column = (of: (change: ReservedChange) => number) => uncountedArray(changes.map(of))
  const rows = await tx.execute<ChangedRow>(sql`
    update ${stock} set reserved = stock.reserved + wanted.delta
    from unnest(
      ${column((change) => change.variantId)},
      ${column((change) => change.delta)},
      ${column(({ needed = 0 }) => needed)}
    ) as wanted (variant_id, delta, needed)
    where stock.variant_id = wanted.variant_id and stock.on_hand - stock.reserved >= wanted.needed
    returning ${changedColumns}, wanted.delta`)
  await announceChanged(tx, rows)
  return new Set(rows.map((row) => row.variantId))
}

function announceChanged(tx: Database, rows: readonly ChangedRow[]): Promise<void> {
  return announceStockChanges(
    tx,
    rows.map((row) => ({ ...row, availableBefore: row.onHand - row.reserved + row.delta })),
  )
}

/** Pages show « rupture », "only 3 left" or plenty: only a change of that is worth announcing. */
export async function announceStockChanges(
  tx: Database,
  rows: readonly (StockRow & { availableBefore: number })[],
): Promise<void> {
  const variantIds = rows
    .filter(({ onHand, reserved, availableBefore }) => isSaidOtherwise(availableBefore, onHand - reserved))
    .map((row) => row.variantId)
  if (variantIds.length > 0) await announce(tx, { type: 'stock.changed', variantIds })
}

/**
 * Ends the live reservations that `which` names: their units are free again. The stock rows must be locked. Answers how
 * many there were.
 */
export async function endReservations(
  tx: Database,
  which: SQL | undefined,
  { now }: { now?: Date } = {},
): Promise<number> {
  const rows = await endingOf(tx, which, { now })
  await announceChanged(tx, rows)
  return rows[0]?.ended ?? 0
}

/** The same as a query. Units that are `areSold` leave the shelf next: nobody sees a change of what is available. */
export function endingOf(
  tx: Database,
  which: SQL | undefined,
  { now, areSold = false }: { now?: Date; areSold?: boolean } = {},
) {
  const end = areSold ? sql`consumed_at` : sql`released_at`
  return tx.execute<ChangedRow & { ended: number }>(sql`
    with ended as (
      update ${reservations} set ${end} = ${clock(now)}, from_address = null, for_person = null where ${isLive} and ${which}
      returning variant_id, quantity
    ), freed as (select variant_id, sum(quantity)::int as units from ended group by variant_id)
    update ${stock} set reserved = stock.reserved - freed.units from freed
    where stock.variant_id = freed.variant_id
    returning ${changedColumns}, -freed.units as delta, (select count(*)::int from ended) as ended`)
}
