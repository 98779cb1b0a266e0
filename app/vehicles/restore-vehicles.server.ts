import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import type { TableColumns } from '~/platform/table-columns.server'
import { MODEL_FACTS, TYPE_FACTS } from './vehicle-columns.server'

type Restored = { id: number; before: unknown; after: unknown }

/** Puts models back where they are still what an import made of them; answers how many. */
export async function restoreModels(tx: Database, restored: readonly Restored[]): Promise<number> {
  return restore(tx, { table: 'models', facts: MODEL_FACTS, restored })
}

export async function restoreTypes(tx: Database, restored: readonly Restored[]): Promise<number> {
  return restore(tx, { table: 'vehicle_types', facts: TYPE_FACTS, restored })
}

async function restore<Keys extends string>(
  tx: Database,
  { table, facts, restored }: { table: string; facts: TableColumns<Keys>; restored: readonly Restored[] },
): Promise<number> {
  const rows = await tx.execute(sql`
    update ${sql.identifier(table)} m set ${facts.assignments('before')}
    from json_to_recordset(${JSON.stringify(restored)}::json) as given (id int, before json, after json),
      lateral json_to_record(given.before) as before (${facts.typed}),
      lateral json_to_record(given.after) as after (${facts.typed})
    where m.id = given.id and ${facts.tuple('m')} is not distinct from ${facts.keyTuple('after')}
    returning 1`)
  return rows.length
}
