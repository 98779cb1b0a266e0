import { inArray, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { carts } from './cart-tables.server'

const DAYS = 90

/** Carts nobody came back to, ordered or not: their cookie is gone longer than they are. Answers how many. */
export async function forgetOldCarts(
  db: Database,
  { limit = 1000 }: { limit?: number } = {},
): Promise<number> {
  let forgotten = 0
  for (;;) {
    const batch = await forgetBatch(db, limit)
    forgotten += batch
    if (batch === 0) return forgotten
  }
}

function forgetBatch(db: Database, limit: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    const old = tx
      .select({ id: carts.id })
      .from(carts)
      .where(sql`${carts.changedAt} < clock_timestamp() - make_interval(days => ${DAYS})`)
      .limit(limit)
      .for('update', { skipLocked: true })
    const forgotten = await tx.delete(carts).where(inArray(carts.id, old)).returning({ id: carts.id })
    return forgotten.length
  })
}
