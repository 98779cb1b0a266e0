import { type BulkLoad, copyRows, copyText } from '~/platform/copy-into.server'
import type { FitmentCondition } from '../fit-of'
import { keyOfCondition } from '../fitment-conditions.server'
import { fitmentConditions, universalProducts } from '../fitment-tables.server'

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
  const conditions: NumberedConditions = new Map()
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
  products: readonly { productId: number; rangeId: number }[],
): Promise<void> {
  await copyRows(load, universalProducts, products)
}

type NumberedConditions = Map<string, FitmentCondition & { id: number }>

/** Conditions follow the fitments that name them: the foreign key is checked when all stand there. */
async function copyConditions(load: BulkLoad, conditions: NumberedConditions): Promise<void> {
  await copyRows(load, fitmentConditions, [...conditions.values()])
  await load`
    select setval(pg_get_serial_sequence('fitment_conditions', 'id'), max(id)) from fitment_conditions
    having max(id) is not null`
}

function numberOf(conditions: NumberedConditions, condition: FitmentCondition): number {
  const key = keyOfCondition(condition)
  const known = conditions.get(key)
  if (known) return known.id
  const id = conditions.size + 1
  conditions.set(key, { ...condition, id })
  return id
}
