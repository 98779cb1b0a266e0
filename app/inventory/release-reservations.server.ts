import { and, inArray } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { type Holder, heldBy } from './reserve-stock.server'
import { endReservations, lockStock } from './stock-rows.server'
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
