import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { importBatches } from '../transfer-tables.server'

/** Beyond so many products, everything that is made of the catalogue is made anew instead of product by product. */
const FEW = 1_000
const LATER_MS = 10 * 60_000

/**
 * Says, in the transaction of a batch, how pages and search follow. While a large import goes on, the renewal waits; should
 * the import never end, it comes all the same.
 */
export async function followImport(
  tx: Database,
  { importId, productIds, isLast = false }: { importId: string; productIds: number[]; isLast?: boolean },
): Promise<void> {
  const [sum] = await tx
    .select({ touched: sql<number>`coalesce(sum(created + changed), 0)::int` })
    .from(importBatches)
    .where(sql`${importBatches.importId} = ${importId}`)
  const isLarge = (sum?.touched ?? 0) > FEW
  if (isLarge)
    await announce(
      tx,
      { type: 'catalog.much-changed' },
      { at: isLast ? new Date() : new Date(Date.now() + LATER_MS), key: 'catalog.much-changed' },
    )
  else if (productIds.length > 0) await announce(tx, { type: 'catalog.product-changed', productIds })
}
