import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { inBatches } from '~/platform/in-batches'
import { tableColumns } from '~/platform/table-columns.server'
import type { FitmentCondition } from './fit-of'
import { fitmentConditions } from './fitment-tables.server'

/** All that a condition may ask: a column that is added to the table is asked, kept and told apart by. */
export const CONDITION = tableColumns(fitmentConditions, { without: ['id'] })

/** A condition that asks nothing: conditions are written as what they add to it. */
export const NOTHING_ASKED = Object.fromEntries(CONDITION.keys.map((key) => [key, null])) as FitmentCondition

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
      .onConflictDoUpdate({ target: [...CONDITION.columns], set: { axle: sql`excluded.axle` } })
      .returning()
    for (const row of rows) ids.set(keyOfCondition(row), row.id)
  }
  return ids
}

/** The numbers of those of these conditions that the shop knows. */
export async function findConditions(
  db: Database,
  wanted: ReadonlyMap<string, FitmentCondition>,
): Promise<Map<string, number>> {
  if (wanted.size === 0) return new Map()
  const given = JSON.stringify([...wanted].map(([key, condition]) => ({ key, ...condition })))
  const rows = await db.execute<{ key: string; id: number }>(sql`
    select given.key, c.id
    from json_to_recordset(${given}::json) as given (key text, ${CONDITION.typed})
    join fitment_conditions c on ${CONDITION.tuple('c')} is not distinct from ${CONDITION.keyTuple('given')}`)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export function keyOfCondition(condition: FitmentCondition): string {
  return JSON.stringify(CONDITION.keys.map((key) => condition[key]))
}
