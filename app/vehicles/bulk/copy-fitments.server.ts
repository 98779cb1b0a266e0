import { type BulkLoad, type Cell, copyInto, copyText } from '~/platform/copy-into.server'
import type { FitmentCondition } from '../fit-of'

/** A part and the types that it fits, by condition. */
export type FittedPart = {
  productId: number
  rangeId: number
  fits: readonly { typeIds: readonly number[]; condition: FitmentCondition | null }[]
}

export const FITMENT_TABLES = ['fitments', 'fitment_conditions', 'universal_products']

const CHUNK = 256 * 1024

/**
 * Fills empty tables with fitments, tens of millions of them. Each pair of type and condition may be named once per part.
 * Answers how many there were.
 */
export async function copyFitments(load: BulkLoad, parts: Iterable<FittedPart>): Promise<number> {
  await load`truncate fitments, fitment_conditions restart identity`
  const conditions = new Map<string, number>()
  let count = 0

  function* lines(): Generator<string> {
    let chunk = ''
    for (const { productId, rangeId, fits } of parts)
      for (const { typeIds, condition } of fits) {
        const rest = `\t${rangeId}\t${productId}\t${condition ? numberOf(conditions, condition) : '\\N'}\n`
        for (const typeId of typeIds) chunk += typeId + rest
        count += typeIds.length
        if (chunk.length < CHUNK) continue
        yield chunk
        chunk = ''
      }
    yield chunk
  }

  const columns = ['type_id', 'range_id', 'product_id', 'condition_id']
  await copyText(load, { table: 'fitments', columns, frozen: true }, lines())
  await copyConditions(load, conditions)
  return count
}

/** Says of products that they fit any vehicle. */
export async function copyUniversalProducts(
  load: BulkLoad,
  products: Iterable<{ productId: number; rangeId: number }>,
): Promise<void> {
  function* rows(): Generator<Cell[]> {
    for (const { productId, rangeId } of products) yield [rangeId, productId]
  }
  await copyInto(load, { table: 'universal_products', columns: ['range_id', 'product_id'] }, rows())
}

const CONDITION_COLUMNS = [
  ...['id', 'axle', 'side', 'built_from', 'built_until', 'chassis_from', 'chassis_until'],
  'air_conditioning',
]

/** Conditions follow the fitments that name them: the foreign key is checked when all stand there. */
async function copyConditions(load: BulkLoad, conditions: Map<string, number>): Promise<void> {
  await copyInto(
    load,
    { table: 'fitment_conditions', columns: CONDITION_COLUMNS },
    [...conditions].map(([key, id]) => [id, ...(JSON.parse(key) as Cell[])]),
  )
  await load`
    select setval(pg_get_serial_sequence('fitment_conditions', 'id'), max(id)) from fitment_conditions
    having max(id) is not null`
}

function numberOf(conditions: Map<string, number>, condition: FitmentCondition): number {
  const { axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil, airConditioning } = condition
  const key = JSON.stringify([axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil, airConditioning])
  const known = conditions.get(key)
  if (known !== undefined) return known
  conditions.set(key, conditions.size + 1)
  return conditions.size
}
