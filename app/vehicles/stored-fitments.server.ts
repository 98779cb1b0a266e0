import { sql } from 'drizzle-orm'
import { productView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import type { FitmentCondition } from './fit-of'
import { type FitmentColumns, givenFitments } from './fitment-columns.server'
import { CONDITION } from './fitment-conditions.server'

/** Which of these fitments the shop has already: their positions, counted from 0. */
export async function findStoredFitments(db: Database, columns: FitmentColumns): Promise<Set<number>> {
  const rows = await db.execute<{ at: number }>(sql`
    select given.at::int - 1 as at from ${givenFitments(columns)}
    where exists (select 1 from fitments f join ${productView} on products.id = f.product_id
      where f.type_id = given.type_id and f.range_id = products.range_id and f.product_id = given.product_id
        and f.condition_id is not distinct from given.condition_id)`)
  return new Set(rows.map(({ at }) => at))
}

export async function listUniversalAmong(db: Database, productIds: readonly number[]): Promise<Set<number>> {
  const rows = await db.execute<{ id: number }>(sql`
    select product_id as id from universal_products where ${isAmong(sql`product_id`, productIds)}`)
  return new Set(rows.map(({ id }) => id))
}

/** A fitment, or that the product fits any vehicle: then it names no type. */
export type StoredFitment = { productId: number; typeId: number | null; condition: FitmentCondition | null }

/** All fitments of the products whose numbers lie between these, both included. */
export async function listStoredFitments(
  db: Database,
  { first, last }: { first: number; last: number },
): Promise<StoredFitment[]> {
  const rows = await db.execute<StoredFitment>(sql`
    select f.product_id as "productId", f.type_id as "typeId",
      case when c.id is not null then ${CONDITION.asJson('c')} end as condition
    from fitments f left join fitment_conditions c on c.id = f.condition_id
    where f.product_id between ${first}::int and ${last}::int
    union all
    select product_id, null, null from universal_products where product_id between ${first}::int and ${last}::int`)
  return [...rows]
}
