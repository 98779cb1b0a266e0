import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'

/** How a product of a range stands to a vehicle type, the surest first. */
export const FITTING_GROUPS = ['fits', 'check', 'universal'] as const
export type FittingGroup = (typeof FITTING_GROUPS)[number]

type Asked = { rangeId: number; typeId: number }

export type FittingCounts = Record<FittingGroup, number>

/** How many products of a range fit a type, fit it on conditions, or fit any vehicle. */
export async function countFitting(db: Database, asked: Asked): Promise<FittingCounts> {
  const [row] = await db.execute<FittingCounts>(sql`
    select count(*) filter (where "group" = 0)::int as fits,
      count(*) filter (where "group" = 1)::int as check,
      count(*) filter (where "group" = 2)::int as universal
    from (${standing(asked)}) as standing`)
  return { fits: 0, check: 0, universal: 0, ...row }
}

/**
 * The products of a range for a type, on sale: first what fits, then what fits on conditions, then what fits any vehicle;
 * within each the cheapest first. The index gives the few rows of this range and type; only those are priced, so a
 * price that changes touches no fitment.
 */
export async function listFitting(
  db: Database,
  { limit = 24, offset = 0, ...asked }: Asked & { limit?: number; offset?: number },
): Promise<{ productId: number; group: FittingGroup }[]> {
  const rows = await db.execute<{ productId: number; group: number }>(sql`
    select product_id as "productId", "group"
    from (${standing(asked)}) as standing
    left join lateral (
      select min(case when sale_from <= now() and coalesce(sale_until > now(), true) then sale_cents else base_cents end)
        as cents
      from variants join variant_prices on variant_prices.variant_id = variants.id
      where variants.product_id = standing.product_id
    ) as price on true
    order by "group", cents nulls last, product_id
    limit ${limit} offset ${offset}`)
  return rows.map(({ productId, group }) => ({ productId, group: FITTING_GROUPS[group] ?? 'check' }))
}

/** Ids of what fits a type, with or without conditions, within a range: for listings that filter further. */
export async function listFittingIds(db: Database, asked: Asked): Promise<number[]> {
  const rows = await db.execute<{ productId: number }>(
    sql`select product_id as "productId" from (${standing(asked)}) as standing where "group" < 2`,
  )
  return rows.map(({ productId }) => productId)
}

/** Each product once, in its best group. A part that fits named vehicles is not universal for them. */
export function standing({ rangeId, typeId }: Asked): SQL {
  return sql`
    select fitting.product_id, min(fitting."group") as "group"
    from (
      select product_id, case when condition_id is null then 0 else 1 end as "group"
      from fitments where type_id = ${typeId} and range_id = ${rangeId}
      union all
      select product_id, 2 from universal_products where range_id = ${rangeId}
    ) as fitting
    join products on products.id = fitting.product_id and products.status = 'available'
    group by fitting.product_id`
}
