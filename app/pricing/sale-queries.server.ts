import { and, desc, eq, max, sql } from 'drizzle-orm'
import { isAvailable, productView, variantView } from '~/catalog/catalog-views.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { isOnSale } from './price-columns.server'
import { variantPrices } from './price-tables.server'

/**
 * Products that cost less than usual now, the largest reduction first. Which ones they are is a minute old at most; what
 * they cost is asked anew by whoever shows them.
 */
export function listProductIdsOnSale({ db, cache }: { db: Database; cache: Cache }, { limit = 8 } = {}) {
  return cache.remember({
    key: `pricing:on-sale:${limit}`,
    seconds: 60,
    read: () => readProductIdsOnSale(db, { limit, now: new Date() }),
  })
}

export async function readProductIdsOnSale(
  db: Database,
  { limit, now }: { limit: number; now: Date },
): Promise<number[]> {
  const reduction = max(sql<number>`1 - ${variantPrices.saleCents}::float / ${variantPrices.baseCents}`)
  const rows = await db
    .select({ id: productView.id })
    .from(variantPrices)
    .innerJoin(variantView, eq(variantView.id, variantPrices.variantId))
    .innerJoin(productView, and(eq(productView.id, variantView.productId), isAvailable))
    .where(isOnSale(sql`${now.toISOString()}::timestamptz`))
    .groupBy(productView.id)
    .orderBy(desc(reduction), productView.id)
    .limit(limit)
  return rows.map((row) => row.id)
}
