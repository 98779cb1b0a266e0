import { and, inArray, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { clock, endReservations, isLive, lockStock } from './ledger/stock-rows.server'
import { type Holder, heldBy } from './reserve-stock.server'
import { reservations } from './stock-tables.server'

/** Gives back what a holder keeps aside: everything, or only these variants. Harmless when called twice. */
export async function releaseReservations(
  db: Database,
  { variantIds, ...holder }: Holder & { variantIds?: number[] },
): Promise<{ ok: true }> {
  return inTransaction(db, async (tx) => {
    const which = and(heldBy(holder), variantIds && inArray(reservations.variantId, variantIds))
    await lockStock(tx, [], { andHeldBy: which })
    await endReservations(tx, which)
    return { ok: true as const }
  })
}

/**
 * Tidies up what nobody came back for. Hygiene only: availability never counts an expired reservation, and whoever
 * needs its units releases it. Variants being sold at this moment are left for the next time.
 */
export async function releaseExpiredReservations(
  db: Database,
  { limit = 200, now }: { limit?: number; now?: Date } = {},
): Promise<number> {
  let released = 0
  for (;;) {
    const batch = await releaseBatch(db, limit, now)
    released += batch
    if (batch === 0) return released
  }
}

function releaseBatch(db: Database, limit: number, now?: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const isExpired = sql`${reservations.expiresAt} <= ${clock(now)}`
    const due = await tx
      .selectDistinct({ variantId: reservations.variantId })
      .from(reservations)
      .where(and(isLive, isExpired))
      .limit(limit)
    const locked = await lockStock(
      tx,
      due.map((row) => row.variantId),
      { skipLocked: true },
    )
    if (locked.size === 0) return 0
    return endReservations(tx, and(isExpired, inArray(reservations.variantId, [...locked.keys()])), { now })
  })
}
