import { and, asc, eq, exists, gte, inArray, lt, sql } from 'drizzle-orm'
import { familyView, productView, rangeView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import { isForSale } from '~/pricing/for-sale.server'
import { fitments } from './fitment-tables.server'
import { makes, models, vehicleTypes } from './vehicle-tables.server'

const path = { make: makes.slug, model: models.slug, type: vehicleTypes.slug }

/** The pages of models: those that have types, with their makes. */
export function listModelPages(db: Database, { limit }: { limit: number }) {
  return db
    .select({ make: makes.slug, model: models.slug })
    .from(models)
    .innerJoin(makes, eq(makes.id, models.makeId))
    .where(
      exists(
        db.select({ id: vehicleTypes.id }).from(vehicleTypes).where(eq(vehicleTypes.modelId, models.id)),
      ),
    )
    .orderBy(asc(makes.id), asc(models.id))
    .limit(limit)
}

/** The numbers of the blocks of ids that hold types: 1 for the ids 1 to `size`. */
export async function listTypeBlocks(db: Database, size: number): Promise<number[]> {
  const block = sql<number>`(${vehicleTypes.id} - 1) / ${sql.raw(String(Math.trunc(size)))} + 1`
  const rows = await db.select({ block }).from(vehicleTypes).groupBy(block).orderBy(block)
  return rows.map((row) => row.block)
}

/** The pages of the types of one block of ids. */
export function listTypePages(db: Database, { block, size }: { block: number; size: number }) {
  const first = (block - 1) * size + 1
  return db
    .select({ id: vehicleTypes.id, ...path })
    .from(vehicleTypes)
    .innerJoin(models, eq(models.id, vehicleTypes.modelId))
    .innerJoin(makes, eq(makes.id, models.makeId))
    .where(and(gte(vehicleTypes.id, first), lt(vehicleTypes.id, first + size)))
    .orderBy(asc(vehicleTypes.id))
}

/**
 * The ranges that have parts for these types on sale: the pages of range and type that show something, and so, with at least
 * one of them, the pages of types. Others are kept out of search engines and of sitemaps.
 */
export function listFittedRanges(db: Database, typeIds: readonly number[]) {
  return db
    .selectDistinct({ typeId: fitments.typeId, family: familyView.slug, range: rangeView.slug })
    .from(fitments)
    .innerJoin(productView, and(eq(productView.id, fitments.productId), isForSale))
    .innerJoin(rangeView, eq(rangeView.id, fitments.rangeId))
    .innerJoin(familyView, eq(familyView.id, rangeView.familyId))
    .where(inArray(fitments.typeId, [...typeIds]))
    .orderBy(asc(fitments.typeId), asc(familyView.slug), asc(rangeView.slug))
}
