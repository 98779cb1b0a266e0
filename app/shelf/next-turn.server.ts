import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'

/**
 * When the clock alone changes what a page says of these variants: a sale begins or ends, or goods of which few are left
 * are no longer kept aside for somebody.
 */
export async function findNextTurn(db: Database, variantIds: readonly number[]): Promise<Date | null> {
  const ids = `{${variantIds.join(',')}}`
  const [row] = await db.execute<{ at: string | null }>(sql`
    select least(
      (select min(turn) from variant_prices, unnest(array[sale_from, sale_until]) as turn
        where variant_id = any(${ids}::int[]) and turn > now()),
      (select min(expires_at) from reservations join stock using (variant_id)
        where variant_id = any(${ids}::int[]) and released_at is null and consumed_at is null and expires_at > now()
          and on_hand - reserved <= greatest(low_threshold, 3))
    ) as at`)
  return row?.at ? new Date(row.at) : null
}
