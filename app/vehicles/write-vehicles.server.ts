import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { tableColumns } from '~/platform/table-columns.server'
import { MODEL_FACTS, TYPE_FACTS } from './vehicle-columns.server'
import { makes, models, vehicleTypes } from './vehicle-tables.server'

export type MakeWrite = { slug: string; name: string }
export type ModelWrite = Omit<typeof models.$inferSelect, 'id'> & { id: number | null }
export type TypeWrite = Omit<typeof vehicleTypes.$inferSelect, 'id'> & { id: number | null }

const MODEL = tableColumns(models)
const NEW_MODEL = tableColumns(models, { without: ['id'] })
const TYPE = tableColumns(vehicleTypes)
const NEW_TYPE = tableColumns(vehicleTypes, { without: ['id'] })

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
  if (changed.length > 0)
    await tx.execute(sql`
      update models set ${MODEL_FACTS.assignments('given')} from ${MODEL.given(changed)} where models.id = given.id`)
  if (created.length === 0) return new Map()
  const rows = await tx.execute<{ id: number; makeId: number; slug: string }>(sql`
    insert into models (${NEW_MODEL.names}) select ${NEW_MODEL.keyNames} from ${NEW_MODEL.given(created)}
    returning id, make_id as "makeId", slug`)
  return new Map(rows.map(({ id, makeId, slug }) => [`${makeId}/${slug}`, id]))
}

/** Creates and changes types; answers the numbers of the new ones as `model id/slug`. */
export async function writeTypes(tx: Database, writes: readonly TypeWrite[]): Promise<Map<string, number>> {
  const { created, changed } = apart(writes)
  if (changed.length > 0)
    await tx.execute(sql`
      update vehicle_types set ${TYPE_FACTS.assignments('given')} from ${TYPE.given(changed)}
      where vehicle_types.id = given.id`)
  if (created.length === 0) return new Map()
  const rows = await tx.execute<{ id: number; modelId: number; slug: string }>(sql`
    insert into vehicle_types (${NEW_TYPE.names}) select ${NEW_TYPE.keyNames} from ${NEW_TYPE.given(created)}
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
