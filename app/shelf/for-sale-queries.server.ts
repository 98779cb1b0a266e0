import { and, count, eq, exists, gt } from 'drizzle-orm'
import { familyView, productView, rangeView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import { isForSale } from '~/pricing/for-sale.server'

export type ProductForSale = { id: number; slug: string; updatedAt: Date }

export async function countProductsForSale(db: Database): Promise<number> {
  const [row] = await db.select({ count: count() }).from(productView).where(isForSale)
  return row?.count ?? 0
}

/**
 * All products on sale, or one part of them, in batches: memory holds one batch. Parts are numbered from 1 and follow the
 * products' ids.
 */
export async function* listProductsForSale(
  db: Database,
  { part = 1, partSize, batch = 5_000 }: { part?: number; partSize: number; batch?: number },
): AsyncGenerator<ProductForSale[]> {
  let after = await idBefore(db, (part - 1) * partSize)
  for (let left = partSize; after !== null && left > 0; ) {
    const rows = await db
      .select({ id: productView.id, slug: productView.slug, updatedAt: productView.updatedAt })
      .from(productView)
      .where(and(isForSale, gt(productView.id, after)))
      .orderBy(productView.id)
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
    .select({ id: productView.id })
    .from(productView)
    .where(isForSale)
    .orderBy(productView.id)
    .limit(1)
    .offset(skipped - 1)
  return row?.id ?? null
}

/** The ranges in which something is for sale. */
export function listFilledRanges(db: Database, { limit }: { limit: number }) {
  const isFilled = exists(
    db
      .select({ id: productView.id })
      .from(productView)
      .where(and(eq(productView.rangeId, rangeView.id), isForSale)),
  )
  return db
    .select({ family: familyView.slug, range: rangeView.slug })
    .from(rangeView)
    .innerJoin(familyView, eq(familyView.id, rangeView.familyId))
    .where(isFilled)
    .orderBy(familyView.position, familyView.id, rangeView.position, rangeView.id)
    .limit(limit)
}
