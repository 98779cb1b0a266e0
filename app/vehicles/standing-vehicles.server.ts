import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { makes, type models, type vehicleTypes } from './vehicle-tables.server'

export type StandingType = Omit<typeof vehicleTypes.$inferSelect, 'modelId'>
export type StandingModel = typeof models.$inferSelect & {
  makeSlug: string
  makeName: string
  types: StandingType[]
}

export function listMakeNames(db: Database) {
  return db.select({ id: makes.id, slug: makes.slug, name: makes.name }).from(makes)
}

const WHOLE_MODEL = sql.raw(`m.id, m.make_id as "makeId", m.slug, m.name, m.from_month as "fromMonth",
  m.until_month as "untilMonth", make.slug as "makeSlug", make.name as "makeName",
  coalesce((select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'engineCode', t.engine_code,
      'powerKw', t.power_kw, 'fuel', t.fuel, 'body', t.body, 'displacementCc', t.displacement_cc,
      'fromMonth', t.from_month, 'untilMonth', t.until_month) order by t.id)
    from vehicle_types t where t.model_id = m.id), '[]') as types
  from models m join makes make on make.id = m.make_id`)

/** Models by the slugs of themselves and of their makes, with all their types. */
export async function listStandingModels(
  db: Database,
  keys: readonly { make: string; model: string }[],
): Promise<StandingModel[]> {
  if (keys.length === 0) return []
  return [
    ...(await db.execute<StandingModel>(sql`
      select ${WHOLE_MODEL}
      join json_to_recordset(${JSON.stringify(keys)}::json) as given (make text, model text)
        on given.make = make.slug and given.model = m.slug`)),
  ]
}

/** A stretch of all models in the order of their numbers. */
export async function listModelsAfter(
  db: Database,
  { after, limit }: { after: number; limit: number },
): Promise<StandingModel[]> {
  return [
    ...(await db.execute<StandingModel>(
      sql`select ${WHOLE_MODEL} where m.id > ${after}::int order by m.id limit ${limit}::int`,
    )),
  ]
}

/** Every type by its number and by its place: `renault/clio-iii/1-5-dci`. */
export async function listTypePlaces(db: Database): Promise<{ id: number; place: string }[]> {
  return [
    ...(await db.execute<{ id: number; place: string }>(sql`
      select t.id, concat_ws('/', make.slug, m.slug, t.slug) as place
      from vehicle_types t join models m on m.id = t.model_id join makes make on make.id = m.make_id`)),
  ]
}
