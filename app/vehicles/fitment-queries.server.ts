import { and, asc, countDistinct, eq, sql } from 'drizzle-orm'
import { familyView, productView, rangeView } from '~/catalog/catalog-views.server'
import { textIn } from '~/catalog/texts.server'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { isForSale } from '~/pricing/for-sale.server'
import type { FitmentCondition } from './fit-of'
import { fitmentConditions, fitments, universalProducts } from './fitment-tables.server'
import { makes, models, vehicleTypes } from './vehicle-tables.server'

/** All fitments of a product to a type, as `fitOf` reads them. */
export async function listConditions(
  db: Database,
  { productId, typeId }: { productId: number; typeId: number },
): Promise<(FitmentCondition | null)[]> {
  const rows = await db
    .select({ condition: fitmentConditions })
    .from(fitments)
    .leftJoin(fitmentConditions, eq(fitmentConditions.id, fitments.conditionId))
    .where(and(eq(fitments.productId, productId), eq(fitments.typeId, typeId)))
    .limit(100)
  return rows.map(({ condition }) => condition)
}

export type Scope = 'some-vehicles' | 'any-vehicle' | 'no-vehicle'

/** Whether a product was made for vehicles at all: for named ones, for any, or not. */
export async function findScope(db: Database, productId: number): Promise<Scope> {
  const [row] = await db.execute<{ some: boolean; any: boolean }>(sql`
    select exists (select 1 from ${fitments} where product_id = ${productId}) as some,
      exists (select 1 from ${universalProducts} where product_id = ${productId}) as any`)
  return row?.any ? 'any-vehicle' : row?.some ? 'some-vehicles' : 'no-vehicle'
}

/** The ranges that have parts for a type on sale, in the shop's order, with how many; what `listFittedRanges` lists of one type. */
export function listFittingRanges(
  db: Database,
  { typeId, language }: { typeId: number; language: Language },
) {
  return db
    .select({
      slug: rangeView.slug,
      name: textIn(language, 'range', 'name'),
      family: { slug: familyView.slug, name: textIn(language, 'family', 'name') },
      productCount: countDistinct(fitments.productId),
    })
    .from(fitments)
    .innerJoin(productView, and(eq(productView.id, fitments.productId), isForSale))
    .innerJoin(rangeView, eq(rangeView.id, fitments.rangeId))
    .innerJoin(familyView, eq(familyView.id, rangeView.familyId))
    .where(eq(fitments.typeId, typeId))
    .groupBy(
      rangeView.id,
      rangeView.slug,
      rangeView.position,
      familyView.id,
      familyView.slug,
      familyView.position,
    )
    .orderBy(asc(familyView.position), asc(familyView.id), asc(rangeView.position), asc(rangeView.id))
    .limit(1_000)
}

/** The first types a product fits, by make and model, each with how many there are in all; `isConditional` where it does so only on conditions. */
export function listCompatibleTypes(
  db: Database,
  { productId, makeId, limit }: { productId: number; makeId?: number | undefined; limit: number },
) {
  return db
    .select({
      name: vehicleTypes.name,
      powerKw: vehicleTypes.powerKw,
      model: { slug: models.slug, name: models.name },
      make: { slug: makes.slug, name: makes.name },
      isConditional: sql<boolean>`bool_and(${fitments.conditionId} is not null)`,
      inAll: sql<number>`count(*) over ()::int`,
    })
    .from(fitments)
    .innerJoin(vehicleTypes, eq(vehicleTypes.id, fitments.typeId))
    .innerJoin(models, eq(models.id, vehicleTypes.modelId))
    .innerJoin(makes, eq(makes.id, models.makeId))
    .where(and(eq(fitments.productId, productId), makeId === undefined ? undefined : eq(makes.id, makeId)))
    .groupBy(vehicleTypes.id, models.id, makes.id)
    .orderBy(sql`lower(${makes.name})`, asc(models.name), asc(vehicleTypes.name), asc(vehicleTypes.powerKw))
    .limit(limit)
}

/** The makes that a product fits types of, with how many. */
export function listCompatibleMakes(db: Database, productId: number) {
  return db
    .select({
      id: makes.id,
      slug: makes.slug,
      name: makes.name,
      count: countDistinct(fitments.typeId),
    })
    .from(fitments)
    .innerJoin(vehicleTypes, eq(vehicleTypes.id, fitments.typeId))
    .innerJoin(models, eq(models.id, vehicleTypes.modelId))
    .innerJoin(makes, eq(makes.id, models.makeId))
    .where(eq(fitments.productId, productId))
    .groupBy(makes.id)
    .orderBy(sql`lower(${makes.name})`)
    .limit(1_000)
}
