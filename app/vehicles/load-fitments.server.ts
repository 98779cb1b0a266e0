import { sql } from 'drizzle-orm'
import { productView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import { inBatches } from './bulk/in-batches'
import type { FitmentCondition } from './fit-of'
import { fitmentConditions } from './fitment-tables.server'

export type LoadedFitment = { typeId: number; productId: number; condition: FitmentCondition | null }

const BATCH = 20_000

/**
 * Adds fitments; those that are stored already stay as they are. The numbers travel as arrays and the ranges are looked up
 * by the database, so a batch is one statement whatever its size.
 */
export async function loadFitments(db: Database, fitments: readonly LoadedFitment[]): Promise<void> {
  const conditionIds = await idsOfConditions(db, fitments)
  for (const batch of inBatches(fitments, BATCH)) {
    const conditions = batch.map(({ condition }) => condition && conditionIds.get(keyOfCondition(condition)))
    await db.execute(sql`
      insert into fitments (type_id, range_id, product_id, condition_id)
      select given.type_id, products.range_id, given.product_id, given.condition_id
      from unnest(
        ${arrayOf(batch.map(({ typeId }) => typeId))}::int[],
        ${arrayOf(batch.map(({ productId }) => productId))}::int[],
        ${arrayOf(conditions)}::int[]
      ) as given (type_id, product_id, condition_id)
      join ${productView} on products.id = given.product_id
      order by 1, 2, 3
      on conflict do nothing`)
  }
}

/** Says of products that they fit any vehicle. */
export async function loadUniversalProducts(db: Database, productIds: readonly number[]): Promise<void> {
  for (const batch of inBatches(productIds, BATCH))
    await db.execute(sql`
      insert into universal_products (range_id, product_id)
      select range_id, id from ${productView} where id = any(${arrayOf(batch)}::int[])
      on conflict do nothing`)
}

async function idsOfConditions(
  db: Database,
  fitments: readonly LoadedFitment[],
): Promise<Map<string, number>> {
  const wanted = new Map<string, FitmentCondition>()
  for (const { condition } of fitments) if (condition) wanted.set(keyOfCondition(condition), condition)
  return createConditions(db, wanted)
}

/** The numbers of these conditions by their keys; those that the shop does not know yet are added. */
export async function createConditions(
  db: Database,
  wanted: ReadonlyMap<string, FitmentCondition>,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const batch of inBatches([...wanted.values()], 1_000)) {
    // An update that changes nothing: only so are the rows returned that were there before.
    const rows = await db
      .insert(fitmentConditions)
      .values(batch)
      .onConflictDoUpdate({
        target: [
          fitmentConditions.axle,
          fitmentConditions.side,
          fitmentConditions.builtFrom,
          fitmentConditions.builtUntil,
          fitmentConditions.chassisFrom,
          fitmentConditions.chassisUntil,
          fitmentConditions.airConditioning,
        ],
        set: { axle: sql`excluded.axle` },
      })
      .returning()
    for (const { id, ...condition } of rows) ids.set(keyOfCondition(condition), id)
  }
  return ids
}

/** The numbers of those of these conditions that the shop knows. */
export async function findConditions(
  db: Database,
  wanted: ReadonlyMap<string, FitmentCondition>,
): Promise<Map<string, number>> {
  if (wanted.size === 0) return new Map()
  const rows = await db.execute<{ key: string; id: number }>(sql`
    select given.key, c.id
    from json_to_recordset(${JSON.stringify([...wanted].map(([key, condition]) => ({ key, ...condition })))}::json)
      as given (key text, axle text, side text, "builtFrom" date, "builtUntil" date, "chassisFrom" text,
        "chassisUntil" text, "airConditioning" boolean)
    join fitment_conditions c on (c.axle, c.side, c.built_from, c.built_until, c.chassis_from, c.chassis_until,
        c.air_conditioning)
      is not distinct from (given.axle, given.side, given."builtFrom", given."builtUntil", given."chassisFrom",
        given."chassisUntil", given."airConditioning")`)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export function keyOfCondition(condition: FitmentCondition): string {
  const { axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil, airConditioning } = condition
  return JSON.stringify([axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil, airConditioning])
}

const arrayOf = (numbers: readonly (number | null | undefined)[]) =>
  `{${numbers.map((number) => number ?? 'null').join(',')}}`
