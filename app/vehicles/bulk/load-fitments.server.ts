import { sql } from 'drizzle-orm'
import { productView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import { inBatches } from '~/platform/in-batches'
import { addUniversalProducts } from '../add-fitments.server'
import type { FitmentCondition } from '../fit-of'
import { givenFitments } from '../fitment-columns.server'
import { createConditions, keyOfCondition } from '../fitment-conditions.server'

export type LoadedFitment = { typeId: number; productId: number; condition: FitmentCondition | null }

const BATCH = 20_000

/**
 * Adds fitments; those that are stored already stay as they are. The numbers travel as arrays and the ranges are looked up
 * by the database, so a batch is one statement whatever its size.
 */
export async function loadFitments(db: Database, fitments: readonly LoadedFitment[]): Promise<void> {
  const conditionIds = await idsOfConditions(db, fitments)
  for (const batch of inBatches(fitments, BATCH)) {
    const columns = {
      typeIds: batch.map(({ typeId }) => typeId),
      productIds: batch.map(({ productId }) => productId),
      conditionIds: batch.map(
        ({ condition }) => (condition && conditionIds.get(keyOfCondition(condition))) ?? null,
      ),
    }
    await db.execute(sql`
      insert into fitments (type_id, range_id, product_id, condition_id)
      select given.type_id, products.range_id, given.product_id, given.condition_id
      from ${givenFitments(columns)} join ${productView} on products.id = given.product_id
      order by 1, 2, 3
      on conflict do nothing`)
  }
}

/** Says of products that they fit any vehicle. */
export async function loadUniversalProducts(db: Database, productIds: readonly number[]): Promise<void> {
  for (const batch of inBatches(productIds, BATCH)) await addUniversalProducts(db, batch)
}

async function idsOfConditions(
  db: Database,
  fitments: readonly LoadedFitment[],
): Promise<Map<string, number>> {
  const wanted = new Map<string, FitmentCondition>()
  for (const { condition } of fitments) if (condition) wanted.set(keyOfCondition(condition), condition)
  return createConditions(db, wanted)
}
