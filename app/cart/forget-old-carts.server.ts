import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { deleteInBatches } from '~/platform/delete-in-batches.server'
import { carts } from './cart-tables.server'

const DAYS = 90

/** Carts nobody came back to, ordered or not: their cookie is gone longer than they are. Answers how many. */
export function forgetOldCarts(db: Database, { size }: { size?: number } = {}): Promise<number> {
  return deleteInBatches(db, carts, {
    where: sql`${carts.changedAt} < clock_timestamp() - make_interval(days => ${DAYS})`,
    size,
  })
}
