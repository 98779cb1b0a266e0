import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import type { StoredType } from './stored-vehicles.server'
import { makes } from './vehicle-tables.server'

export type MakeWrite = { slug: string; name: string }
export type ModelWrite = {
  id: number | null
  makeId: number
  slug: string
  name: string
  fromMonth: number
  untilMonth: number | null
}
export type TypeWrite = Omit<StoredType, 'id'> & { id: number | null; modelId: number }

export async function createMakes(tx: Database, wanted: readonly MakeWrite[]) {
  if (wanted.length === 0) return []
  return tx
    .insert(makes)
    .values([...wanted])
    .returning({ id: makes.id, slug: makes.slug, name: makes.name })
}

/** Creates and changes models; answers the numbers of the new ones as `make id/slug`. */
export async function writeModels(tx: Database, writes: readonly ModelWrite[]): Promise<Map<string, number>> {
  const { created, changed } = apart(writes)
  const columns = sql.raw(`id int, "makeId" int, slug text, name text, "fromMonth" int, "untilMonth" int`)
  if (changed.length > 0)
    await tx.execute(sql`
      update models set name = given.name, from_month = given."fromMonth", until_month = given."untilMonth"
      from json_to_recordset(${JSON.stringify(changed)}::json) as given (${columns}) where models.id = given.id`)
  if (created.length === 0) return new Map()
  const rows = await tx.execute<{ id: number; makeId: number; slug: string }>(sql`
    insert into models (make_id, slug, name, from_month, until_month)
    select "makeId", slug, name, "fromMonth", "untilMonth"
    from json_to_recordset(${JSON.stringify(created)}::json) as given (${columns})
    returning id, make_id as "makeId", slug`)
  return new Map(rows.map(({ id, makeId, slug }) => [`${makeId}/${slug}`, id]))
}

/** Creates and changes types; answers the numbers of the new ones as `model id/slug`. */
export async function writeTypes(tx: Database, writes: readonly TypeWrite[]): Promise<Map<string, number>> {
  const { created, changed } = apart(writes)
  const columns =
    sql.raw(`id int, "modelId" int, slug text, name text, "engineCode" text, "powerKw" int, fuel text,
    body text, "displacementCc" int, "fromMonth" int, "untilMonth" int`)
  if (changed.length > 0)
    await tx.execute(sql`
      update vehicle_types set name = given.name, engine_code = given."engineCode", power_kw = given."powerKw",
        fuel = given.fuel, body = given.body, displacement_cc = given."displacementCc",
        from_month = given."fromMonth", until_month = given."untilMonth"
      from json_to_recordset(${JSON.stringify(changed)}::json) as given (${columns}) where vehicle_types.id = given.id`)
  if (created.length === 0) return new Map()
  const rows = await tx.execute<{ id: number; modelId: number; slug: string }>(sql`
    insert into vehicle_types (model_id, slug, name, engine_code, power_kw, fuel, body, displacement_cc, from_month, until_month)
    select "modelId", slug, name, "engineCode", "powerKw", fuel, body, "displacementCc", "fromMonth", "untilMonth"
    from json_to_recordset(${JSON.stringify(created)}::json) as given (${columns})
    returning id, model_id as "modelId", slug`)
  return new Map(rows.map(({ id, modelId, slug }) => [`${modelId}/${slug}`, id]))
}

function apart<Write extends { id: number | null }>(writes: readonly Write[]) {
  return { created: writes.filter(({ id }) => id === null), changed: writes.filter(({ id }) => id !== null) }
}

/**
 * Removes types that no part is fitted to, then models without types and makes without models. Answers how many of the
 * types stay.
 */
export async function removeVehicles(
  tx: Database,
  { types, models, makes: madeBy }: Record<'types' | 'models' | 'makes', readonly number[]>,
): Promise<number> {
  const gone = await tx.execute(sql`
    delete from vehicle_types t where ${isAmong(sql`id`, types)}
      and not exists (select 1 from fitments where type_id = t.id) returning id`)
  await tx.execute(sql`
    delete from models m where ${isAmong(sql`id`, models)}
      and not exists (select 1 from vehicle_types where model_id = m.id)`)
  await tx.execute(sql`
    delete from makes where ${isAmong(sql`id`, madeBy)}
      and not exists (select 1 from models where make_id = makes.id)`)
  return types.length - gone.length
}
