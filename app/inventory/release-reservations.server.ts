import { and, inArray } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { type Holder, heldBy } from './reserve-stock.server'
import { endReservations, isLive, lockStock } from './stock-rows.server'
import { reservations } from './stock-tables.server'

/** Gives back what a holder keeps aside: everything, or only these variants. Harmless when called twice. */
export async function releaseReservations(
  db: Database,
  { variantIds, ...holder }: Holder & { variantIds?: number[] },
): Promise<{ ok: true }> {
  return inTransaction(db, async (tx) => {
    await lockStock(tx, variantIds ?? (await listLiveVariantIds(tx, holder)))
    await endReservations(tx, and(heldBy(holder), variantIds && inArray(reservations.variantId, variantIds)))
    return { ok: true as const }
  })
}

export async function listLiveVariantIds(tx: Database, holder: Holder): Promise<number[]> {
  const rows = await tx
    .select({ variantId: reservations.variantId })
    .from(reservations)
    .where(and(heldBy(holder), isLive))
  return rows.map((row) => row.variantId)
}
