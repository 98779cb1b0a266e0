import { and, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmongUncounted } from '~/platform/is-among.server'
import { clock, isLive } from './ledger/stock-rows.server'
import { type Holder, type HolderGiven, heldBy } from './reserve-stock.server'
import { reservations, stock } from './stock-tables.server'

export type Availability = { onHand: number; available: number }

/**
 * What can be bought now, by variant id. Expired reservations count no more, whether or not they were tidied up; a
 * variant that was never in stock is left out.
 */
export async function listAvailability(
  db: Database,
  variantIds: readonly number[],
  { now, holder }: { now?: Date; holder?: Holder } = {},
): Promise<Map<number, Availability>> {
  if (variantIds.length === 0) return new Map()
  const rows = await db
    .select({
      variantId: stock.variantId,
      onHand: stock.onHand,
      available: availableNow({ now, holder }),
    })
    .from(stock)
    .where(isAmongUncounted(stock.variantId, variantIds))
  return new Map(rows.map(({ variantId, ...availability }) => [variantId, availability]))
}

/** What can be bought now, as a column of a query over `stock`. */
export function availableNow({
  now,
  holder,
}: {
  now?: Date | undefined
  holder?: HolderGiven | undefined
} = {}) {
  const isOwn = holder ? heldBy(holder) : sql`false`
  // A query of its own within the column: drizzle leaves out table names in columns of one table.
  const back = sql`(select sum(${reservations.quantity}) from ${reservations}
    where ${reservations.variantId} = ${stock.variantId}
      and ${isLive} and (${reservations.expiresAt} <= ${clock(now)} or ${isOwn}))`
  return sql<number>`(${stock.onHand} - ${stock.reserved} + coalesce(${back}, 0))::int`
}

/** The same, as this holder sees it: what it keeps aside itself is available to it. */
export function listOwnAvailability(
  db: Database,
  { variantIds, now, ...holder }: Holder & { variantIds: readonly number[]; now?: Date },
): Promise<Map<number, Availability>> {
  return listAvailability(db, variantIds, { now, holder })
}

/** What a holder keeps aside now: one row per variant. A query, so that it can be sent together with others. */
export function listKept(db: Database, holder: Holder) {
  return db
    .select({
      variantId: reservations.variantId,
      quantity: reservations.quantity,
      expiresAt: reservations.expiresAt,
    })
    .from(reservations)
    .where(and(heldBy(holder), isLive))
}

/** How many units a holder keeps aside, in all. */
export async function countKept(db: Database, holder: Holder): Promise<number> {
  const [row] = await db
    .select({ units: sql<number>`coalesce(sum(${reservations.quantity}), 0)::int` })
    .from(reservations)
    .where(and(heldBy(holder), isLive))
  return row?.units ?? 0
}
