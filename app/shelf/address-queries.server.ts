import { and, count, eq, exists, gt } from 'drizzle-orm'
import { families, ranges } from '~/catalog/family-tables.server'
import { products } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { isForSale } from '~/pricing/for-sale.server'

export type ProductAddress = { id: number; slug: string; updatedAt: Date }

export async function countProductAddresses(db: Database): Promise<number> {
  const [row] = await db.select({ count: count() }).from(products).where(isForSale)
  return row?.count ?? 0
}

/**
 * The addresses of all products on sale, or of one part of them, in batches: memory holds one batch. Parts are numbered
 * from 1 and follow the products' ids.
 */
export async function* listProductAddresses(
  db: Database,
  { part = 1, partSize, batch = 5_000 }: { part?: number; partSize: number; batch?: number },
): AsyncGenerator<ProductAddress[]> {
  let after = await idBefore(db, (part - 1) * partSize)
  for (let left = partSize; after !== null && left > 0; ) {
    const rows = await db
      .select({ id: products.id, slug: products.slug, updatedAt: products.updatedAt })
      .from(products)
      .where(and(isForSale, gt(products.id, after)))
      .orderBy(products.id)
      .limit(Math.min(batch, left))
    const last = rows.at(-1)
    if (!last) return
    yield rows
    left -= rows.length
    after = last.id
  }
}

/** The id after which a part begins, or null when there is no such part. */
async function idBefore(db: Database, skipped: number): Promise<number | null> {
  if (skipped === 0) return 0
  const [row] = await db
    .select({ id: products.id })
    .from(products)
    .where(isForSale)
    .orderBy(products.id)
    .limit(1)
    .offset(skipped - 1)
  return row?.id ?? null
}

/** The addresses of the ranges in which something is for sale. */
export function listRangeAddresses(db: Database, { limit }: { limit: number }) {
  const isFilled = exists(
    db
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.rangeId, ranges.id), isForSale)),
  )
  return db
    .select({ family: families.slug, range: ranges.slug })
    .from(ranges)
    .innerJoin(families, eq(families.id, ranges.familyId))
    .where(isFilled)
    .orderBy(families.position, families.id, ranges.position, ranges.id)
    .limit(limit)
}
