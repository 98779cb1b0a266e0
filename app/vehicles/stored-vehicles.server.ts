import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { tableColumns } from '~/platform/table-columns.server'
import { makes, models, vehicleTypes } from './vehicle-tables.server'

export type StoredType = Omit<typeof vehicleTypes.$inferSelect, 'modelId'>
export type StoredModel = typeof models.$inferSelect & {
  makeSlug: string
  makeName: string
  types: StoredType[]
}

export function listMakeNames(db: Database) {
  return db.select({ id: makes.id, slug: makes.slug, name: makes.name }).from(makes)
}

const MODEL = tableColumns(models)
const TYPE = tableColumns(vehicleTypes, { without: ['modelId'] })

const WHOLE_MODEL = sql`${MODEL.selected('m')}, make.slug as "makeSlug", make.name as "makeName",
  coalesce((select json_agg(${TYPE.asJson('t')} order by t.id)
    from vehicle_types t where t.model_id = m.id), '[]') as types
  from models m join makes make on make.id = m.make_id`

/** What the models of these makes are called. */
export async function listModelNames(db: Database, makeSlugs: readonly string[]) {
  if (makeSlugs.length === 0) return []
  return db
    .select({ id: models.id, slug: models.slug, name: models.name, makeSlug: makes.slug })
    .from(models)
    .innerJoin(makes, eq(makes.id, models.makeId))
    .where(inArray(makes.slug, [...makeSlugs]))
}

/** Models by their numbers, with all their types. */
export async function listStoredModels(db: Database, ids: readonly number[]): Promise<StoredModel[]> {
  if (ids.length === 0) return []
  return [...(await db.execute<StoredModel>(sql`select ${WHOLE_MODEL} where ${isAmong(sql`m.id`, ids)}`))]
}

/** As many models in the order of their numbers. */
export async function listModelsAfter(
  db: Database,
  { after, limit }: { after: number; limit: number },
): Promise<StoredModel[]> {
  return [
    ...(await db.execute<StoredModel>(
      sql`select ${WHOLE_MODEL} where m.id > ${after}::int order by m.id limit ${limit}::int`,
    )),
  ]
}

/** Every type by its number and by its path: `renault/clio-iii/1-5-dci`. */
export async function listTypePaths(db: Database): Promise<{ id: number; path: string }[]> {
  return [
    ...(await db.execute<{ id: number; path: string }>(sql`
      select t.id, concat_ws('/', make.slug, m.slug, t.slug) as path
      from vehicle_types t join models m on m.id = t.model_id join makes make on make.id = m.make_id`)),
  ]
}
