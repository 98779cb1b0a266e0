import { sql } from 'drizzle-orm'
import { productView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import type { FitmentCondition } from './fit-of'

/** Fitments as columns: so twenty thousand of them travel as three texts. */
export type FitmentColumns = {
  typeIds: readonly number[]
  productIds: readonly number[]
  conditionIds: readonly (number | null)[]
}

/** Fitments that were added, as Postgres writes arrays: they are kept and given back, never looked into. */
export type AddedFitments = { count: number; typeIds: string; productIds: string; conditionIds: string }

/** Adds fitments, each once; says which were not there before. */
export async function addFitments(tx: Database, columns: FitmentColumns): Promise<AddedFitments> {
  const [added] = await tx.execute<AddedFitments>(sql`
    with added as (
      insert into fitments (type_id, range_id, product_id, condition_id)
      select given.type_id, products.range_id, given.product_id, given.condition_id
      from ${given(columns)} join ${productView} on products.id = given.product_id
      order by 1, 2, 3
      on conflict do nothing
      returning type_id, product_id, condition_id
    )
    select count(*)::int as count, coalesce(array_agg(type_id), '{}')::text as "typeIds",
      coalesce(array_agg(product_id), '{}')::text as "productIds",
      coalesce(array_agg(condition_id), '{}')::text as "conditionIds" from added`)
  return added ?? { count: 0, typeIds: '{}', productIds: '{}', conditionIds: '{}' }
}

/** Which of these fitments are stored already: their positions, counted from 0. */
export async function findStoredFitments(db: Database, columns: FitmentColumns): Promise<Set<number>> {
  const rows = await db.execute<{ at: number }>(sql`
    select given.at::int - 1 as at from ${given(columns)}
    where exists (select 1 from fitments f join ${productView} on products.id = f.product_id
      where f.type_id = given.type_id and f.range_id = products.range_id and f.product_id = given.product_id
        and f.condition_id is not distinct from given.condition_id)`)
  return new Set(rows.map(({ at }) => at))
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
    select range_id, id from ${productView} where id = any(${arrayOf(productIds)}::int[])
    on conflict do nothing returning product_id as id`)
  return rows.map(({ id }) => id)
}

export async function listUniversalAmong(db: Database, productIds: readonly number[]): Promise<Set<number>> {
  const rows = await db.execute<{ id: number }>(sql`
    select product_id as id from universal_products where product_id = any(${arrayOf(productIds)}::int[])`)
  return new Set(rows.map(({ id }) => id))
}

export async function removeUniversalProducts(tx: Database, productIds: readonly number[]): Promise<void> {
  await tx.execute(sql`delete from universal_products where product_id = any(${arrayOf(productIds)}::int[])`)
}

export type WrittenFitment = {
  slug: string
  typeId: number | null
  condition: FitmentCondition | null
}

/** The fitments of a stretch of products in the order of their numbers, and the last of these numbers. */
export async function listFitmentsAfter(
  db: Database,
  { after, limit }: { after: number; limit: number },
): Promise<{ rows: WrittenFitment[]; last: number | null }> {
  const [stretch] = await db.execute<{ last: number | null }>(sql`
    select max(id) as last from (
      select id from ${productView} where id > ${after}::int order by id limit ${limit}::int) stretch`)
  const last = stretch?.last ?? null
  if (last === null) return { rows: [], last }
  const rows = await db.execute<WrittenFitment>(sql`
    select products.slug, f.type_id as "typeId",
      case when c.id is not null then json_build_object('axle', c.axle, 'side', c.side, 'builtFrom', c.built_from,
        'builtUntil', c.built_until, 'chassisFrom', c.chassis_from, 'chassisUntil', c.chassis_until,
        'airConditioning', c.air_conditioning) end as condition
    from ${productView} join fitments f on f.product_id = products.id
    left join fitment_conditions c on c.id = f.condition_id
    where products.id > ${after}::int and products.id <= ${last}::int
    union all
    select products.slug, null, null from ${productView} join universal_products u on u.product_id = products.id
    where products.id > ${after}::int and products.id <= ${last}::int`)
  return { rows: [...rows], last }
}

function given({ typeIds, productIds, conditionIds }: FitmentColumns) {
  return sql`unnest(${arrayOf(typeIds)}::int[], ${arrayOf(productIds)}::int[], ${arrayOf(conditionIds)}::int[])
    with ordinality as given (type_id, product_id, condition_id, at)`
}

const arrayOf = (numbers: readonly (number | null)[]) =>
  `{${numbers.map((number) => number ?? 'null').join(',')}}`
