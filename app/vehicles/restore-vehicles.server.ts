import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'

type Restored = { id: number; before: unknown; after: unknown }

const MODEL = sql.raw(`name text, "fromMonth" int, "untilMonth" int`)
const TYPE = sql.raw(`name text, "engineCode" text, "powerKw" int, fuel text, body text, "displacementCc" int,
  "fromMonth" int, "untilMonth" int`)

/** Puts models back where they are still what an import made of them; answers how many. */
export async function restoreModels(tx: Database, restored: readonly Restored[]): Promise<number> {
  const rows = await tx.execute(sql`
    update models m set name = before.name, from_month = before."fromMonth", until_month = before."untilMonth"
    ${given(restored, MODEL)}
      and (m.name, m.from_month, m.until_month)
        is not distinct from (after.name, after."fromMonth", after."untilMonth")
    returning 1`)
  return rows.length
}

export async function restoreTypes(tx: Database, restored: readonly Restored[]): Promise<number> {
  const rows = await tx.execute(sql`
    update vehicle_types m set name = before.name, engine_code = before."engineCode", power_kw = before."powerKw",
      fuel = before.fuel, body = before.body, displacement_cc = before."displacementCc",
      from_month = before."fromMonth", until_month = before."untilMonth"
    ${given(restored, TYPE)}
      and (m.name, m.engine_code, m.power_kw, m.fuel, m.body, m.displacement_cc, m.from_month, m.until_month)
        is not distinct from (after.name, after."engineCode", after."powerKw", after.fuel, after.body,
          after."displacementCc", after."fromMonth", after."untilMonth")
    returning 1`)
  return rows.length
}

function given(restored: readonly Restored[], columns: SQL): SQL {
  return sql`
    from json_to_recordset(${JSON.stringify(restored)}::json) as given (id int, before json, after json),
      lateral json_to_record(given.before) as before (${columns}),
      lateral json_to_record(given.after) as after (${columns})
    where m.id = given.id`
}
