import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import type { FitmentCondition } from './fit-of'
import { fitmentConditions } from './fitment-tables.server'
import { inBatches } from './in-batches'

export type LoadedFitment = { typeId: number; productId: number; condition: FitmentCondition | null }

const BATCH = 20_000

/**
 * Adds fitments; those that stand there already stay as they are. The numbers travel as arrays and the ranges are looked up
 * by the database, so a batch is one statement whatever its size.
 */
export async function loadFitments(db: Database, fitments: readonly LoadedFitment[]): Promise<void> {
  const conditionIds = await idsOfConditions(db, fitments)
  for (const batch of inBatches(fitments, BATCH)) {
    const conditions = batch.map(({ condition }) => condition && conditionIds.get(keyOf(condition)))
    await db.execute(sql`
      insert into fitments (type_id, range_id, product_id, condition_id)
      select given.type_id, products.range_id, given.product_id, given.condition_id
      from unnest(
        ${arrayOf(batch.map(({ typeId }) => typeId))}::int[],
        ${arrayOf(batch.map(({ productId }) => productId))}::int[],
        ${arrayOf(conditions)}::int[]
      ) as given (type_id, product_id, condition_id)
      join products on products.id = given.product_id
      order by 1, 2, 3
      on conflict do nothing`)
  }
}

/** Says of products that they fit any vehicle. */
export async function loadUniversalProducts(db: Database, productIds: readonly number[]): Promise<void> {
  for (const batch of inBatches(productIds, BATCH))
    await db.execute(sql`
      insert into universal_products (range_id, product_id)
      select range_id, id from products where id = any(${arrayOf(batch)}::int[])
      on conflict do nothing`)
}

async function idsOfConditions(
  db: Database,
  fitments: readonly LoadedFitment[],
): Promise<Map<string, number>> {
  const wanted = new Map<string, FitmentCondition>()
  for (const { condition } of fitments) if (condition) wanted.set(keyOf(condition), condition)

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
    for (const { id, ...condition } of rows) ids.set(keyOf(condition), id)
  }
  return ids
}

function keyOf(condition: FitmentCondition): string {
  const { axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil, airConditioning } = condition
  return JSON.stringify([axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil, airConditioning])
}

const arrayOf = (numbers: readonly (number | null | undefined)[]) =>
  `{${numbers.map((number) => number ?? 'null').join(',')}}`
