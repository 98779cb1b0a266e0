import { sql } from 'drizzle-orm'
import { productView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { type FitmentColumns, givenFitments } from './fitment-columns.server'

/** Fitments that were added, as Postgres writes arrays: they are kept and given back, never looked into. */
export type AddedFitments = { count: number; typeIds: string; productIds: string; conditionIds: string }

/** Adds fitments, each once; says which were not there before. */
export async function addFitments(tx: Database, columns: FitmentColumns): Promise<AddedFitments> {
  const [added] = await tx.execute<AddedFitments>(sql`
    with added as (
      insert into fitments (type_id, range_id, product_id, condition_id)
      select given.type_id, products.range_id, given.product_id, given.condition_id
      from ${givenFitments(columns)} join ${productView} on products.id = given.product_id
      order by 1, 2, 3
      on conflict do nothing
      returning type_id, product_id, condition_id
    )
    select count(*)::int as count, coalesce(array_agg(type_id), '{}')::text as "typeIds",
      coalesce(array_agg(product_id), '{}')::text as "productIds",
      coalesce(array_agg(condition_id), '{}')::text as "conditionIds" from added`)
  return added ?? { count: 0, typeIds: '{}', productIds: '{}', conditionIds: '{}' }
}

/** Takes fitments away that were added together. Answers how many of them were there still. */
export async function removeFitments(tx: Database, added: Omit<AddedFitments, 'count'>): Promise<number> {
  const rows = await tx.execute(sql`
    delete from fitments f
    using unnest(${added.typeIds}::int[], ${added.productIds}::int[], ${added.conditionIds}::int[])
      as given (type_id, product_id, condition_id)
    where f.type_id = given.type_id and f.product_id = given.product_id
      and f.condition_id is not distinct from given.condition_id
    returning 1`)
  return rows.length
}

/** Says of products that they fit any vehicle; answers the numbers of those of which nobody had. */
export async function addUniversalProducts(tx: Database, productIds: readonly number[]): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    insert into universal_products (range_id, product_id)
    select range_id, id from ${productView} where ${isAmong(sql`id`, productIds)}
    on conflict do nothing returning product_id as id`)
  return rows.map(({ id }) => id)
}

export async function removeUniversalProducts(tx: Database, productIds: readonly number[]): Promise<void> {
  await tx.execute(sql`delete from universal_products where ${isAmong(sql`product_id`, productIds)}`)
}
