import { and, desc, eq, gt, isNull, lte, max, or, sql } from 'drizzle-orm'
import { products, variants } from '~/catalog/product-tables.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
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
    .select({ id: products.id })
    .from(variantPrices)
    .innerJoin(variants, eq(variants.id, variantPrices.variantId))
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, 'available')))
    .where(
      and(
        lte(variantPrices.saleFrom, now),
        or(isNull(variantPrices.saleUntil), gt(variantPrices.saleUntil, now)),
      ),
    )
    .groupBy(products.id)
    .orderBy(desc(reduction), products.id)
    .limit(limit)
  return rows.map((row) => row.id)
}
