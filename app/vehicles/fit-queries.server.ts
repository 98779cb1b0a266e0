import { type SQL, sql } from 'drizzle-orm'
import { productView } from '~/catalog/catalog-views.server'
import { changeTag } from '~/changes'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { type FitmentCondition, type FitReason, fitOf, type KnownFacts } from './fit-of'
import { CONDITION } from './fitment-conditions.server'

/** A product that is listed for a vehicle's type, and what is to be checked of the vehicle first. */
export type ProductFit = {
  productId: number
  fit: 'fits' | 'check'
  reasons: FitReason[]
  /** It also goes on any vehicle. */
  isUniversal: boolean
}

type Asked = { rangeId: number; typeId: number }

/** More products of one range than fit any one type. */
const MOST = 5_000

/**
 * How products fit a type by their fitments. What is known of the very vehicle settles conditions: a part that they
 * rule out is left out.
 */
export function productFits(fitments: readonly FitmentRow[], known: KnownFacts = {}): ProductFit[] {
  const products = new Map<number, { isUniversal: boolean; conditions: (FitmentCondition | null)[] }>()
  for (const { productId, isUniversal, isConditional, ...condition } of fitments) {
    const product = products.get(productId) ?? { isUniversal, conditions: [] }
    product.conditions.push(isConditional ? condition : null)
    products.set(productId, product)
  }
  return [...products].flatMap(([productId, { isUniversal, conditions }]) => {
    const { fit, reasons } = fitOf(conditions, known)
    return fit === 'does-not-fit' ? [] : [{ productId, fit, reasons, isUniversal }]
  })
}

export type FitmentRow = {
  productId: number
  isUniversal: boolean
  isConditional: boolean
} & FitmentCondition

/** The few rows of one range and type, which stand together in one index. */
export function fitmentsWithin({ rangeId, typeId }: Asked): SQL {
  return sql`
    select f.product_id as "productId", u.product_id is not null as "isUniversal",
      f.condition_id is not null as "isConditional", ${CONDITION.selected('c')}
    from fitments f
    left join fitment_conditions c on c.id = f.condition_id
    left join universal_products u on u.product_id = f.product_id
    where f.type_id = ${typeId} and f.range_id = ${rangeId}
    limit ${MOST}`
}

/**
 * The products of a range that were made for any of several types: for how many, and for how many of them without
 * conditions.
 */
export function fitmentsToAny({ rangeId, typeIds }: { rangeId: number; typeIds: readonly number[] }): SQL {
  return sql`
    select f.product_id as "productId", bool_or(u.product_id is not null) as "isUniversal",
      count(distinct f.type_id)::int as "typeCount",
      (count(distinct f.type_id) filter (where f.condition_id is null))::int as "sureCount"
    from fitments f left join universal_products u on u.product_id = f.product_id
    where ${isAmong(sql`f.type_id`, typeIds)} and f.range_id = ${rangeId}
    group by f.product_id`
}

/** Of these ranges how many products were made for any of the types. */
export async function countFitting(
  db: Database,
  { rangeIds, typeIds }: { rangeIds: readonly number[]; typeIds: readonly number[] },
): Promise<Map<number, number>> {
  const rows = await db.execute<{ rangeId: number; count: number }>(sql`
    select f.range_id as "rangeId", count(distinct f.product_id)::int as count from fitments f
    where ${isAmong(sql`f.type_id`, typeIds)} and ${isAmong(sql`f.range_id`, rangeIds)}
    group by f.range_id`)
  return new Map(rows.map(({ rangeId, count }) => [rangeId, count]))
}

/** Whether a product goes on any vehicle, as a condition of another query. */
export function isUniversal(productId: SQL): SQL {
  return sql`exists (select 1 from universal_products u where u.product_id = ${productId})`
}

/**
 * Whether a range has products for named vehicles or for any: cards and figurines have not. Five minutes old at most: it
 * changes when the first part of a range is listed.
 */
export function concernsVehicles(
  { db, cache }: { db: Database; cache: Cache },
  rangeId: number,
): Promise<boolean> {
  return cache.remember({
    key: `vehicles:concerned-range:${rangeId}`,
    seconds: 300,
    tags: [changeTag.fitments],
    read: async () => {
      const [row] = await db.execute<{ some: boolean }>(sql`
        select exists (select 1 from universal_products where range_id = ${rangeId}) or exists (
          select 1 from ${productView} join fitments on fitments.product_id = products.id
          where products.range_id = ${rangeId}
        ) as some`)
      return row?.some ?? false
    },
  })
}
