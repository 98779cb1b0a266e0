import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { isSlug } from '~/catalog/slug-queries.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { makes, models, vehicleTypes } from './vehicle-tables.server'

type Shop = { db: Database; cache: Cache }

export type Make = Awaited<ReturnType<typeof readMakes>>[number]
export type Model = Awaited<ReturnType<typeof listModels>>[number]
export type VehicleType = Awaited<ReturnType<typeof listTypes>>[number]
export type Vehicle = Awaited<ReturnType<typeof listVehicles>>[number]

/** The makes that have models, from A to Z; empty in a shop that sells for no vehicle. Five minutes old at most. */
export function listMakes({ db, cache }: Shop): Promise<Make[]> {
  return cache.remember({
    key: 'vehicles:makes',
    seconds: 300,
    read: () => readMakes(db),
  })
}

function readMakes(db: Database) {
  return db
    .select({ id: makes.id, slug: makes.slug, name: makes.name, modelCount: count(models.id) })
    .from(makes)
    .innerJoin(models, eq(models.makeId, makes.id))
    .groupBy(makes.id)
    .orderBy(sql`lower(${makes.name})`)
    .limit(1_000)
}

/** The models of a make, by name and then by age. */
export function listModels(db: Database, makeId: number) {
  return db
    .select({
      id: models.id,
      slug: models.slug,
      name: models.name,
      fromMonth: models.fromMonth,
      untilMonth: models.untilMonth,
      typeCount: count(vehicleTypes.id),
    })
    .from(models)
    .innerJoin(vehicleTypes, eq(vehicleTypes.modelId, models.id))
    .where(eq(models.makeId, makeId))
    .groupBy(models.id)
    .orderBy(asc(models.name), asc(models.fromMonth))
    .limit(2_000)
}

const typeColumns = {
  id: vehicleTypes.id,
  slug: vehicleTypes.slug,
  name: vehicleTypes.name,
  engineCode: vehicleTypes.engineCode,
  powerKw: vehicleTypes.powerKw,
  fuel: vehicleTypes.fuel,
  body: vehicleTypes.body,
  displacementCc: vehicleTypes.displacementCc,
  fromMonth: vehicleTypes.fromMonth,
  untilMonth: vehicleTypes.untilMonth,
}

/** The types of a model, by fuel, engine and power. */
export function listTypes(db: Database, modelId: number) {
  return db
    .select(typeColumns)
    .from(vehicleTypes)
    .where(eq(vehicleTypes.modelId, modelId))
    .orderBy(
      asc(vehicleTypes.fuel),
      asc(vehicleTypes.displacementCc),
      asc(vehicleTypes.powerKw),
      asc(vehicleTypes.fromMonth),
      asc(vehicleTypes.id),
    )
    .limit(1_000)
}

export async function findMake(db: Database, slug: string) {
  if (!isSlug(slug)) return null
  const [make] = await db
    .select({ id: makes.id, slug: makes.slug, name: makes.name })
    .from(makes)
    .where(eq(makes.slug, slug))
  return make ?? null
}

/** A model of that very make. */
export async function findModel(db: Database, { make, model }: { make: string; model: string }) {
  if (!isSlug(make) || !isSlug(model)) return null
  const [found] = await db
    .select({
      id: models.id,
      slug: models.slug,
      name: models.name,
      fromMonth: models.fromMonth,
      untilMonth: models.untilMonth,
      make: { id: makes.id, slug: makes.slug, name: makes.name },
    })
    .from(models)
    .innerJoin(makes, eq(makes.id, models.makeId))
    .where(and(eq(makes.slug, make), eq(models.slug, model)))
  return found ?? null
}

export type VehicleAddress = { make: string; model: string; type: string }

/** Every model with its make, the newest first. */
export function listModelNames(db: Database) {
  return db
    .select({
      id: models.id,
      slug: models.slug,
      name: models.name,
      fromMonth: models.fromMonth,
      untilMonth: models.untilMonth,
      make: { id: makes.id, slug: makes.slug, name: makes.name },
    })
    .from(models)
    .innerJoin(makes, eq(makes.id, models.makeId))
    .orderBy(desc(models.fromMonth), asc(models.id))
    .limit(20_000)
}

/** Every word that a type is called by: « hdi », « 16v ». Numbers are left out. */
export async function listTypeWords(db: Database): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select distinct word from (select distinct lower(unaccent(name)) as name from ${vehicleTypes}) names,
      regexp_split_to_table(name, '[^[:alnum:]]+') word
    where word ~ '[a-z]' limit 5000`)
  return rows.map(({ word }) => word)
}

/** More types than a few models have. */
const MOST_TYPES = 3_000

/** The types of several models, by model and then by fuel, engine and power. */
export function listTypesOfModels(db: Database, modelIds: readonly number[]) {
  return db
    .select({ ...typeColumns, modelId: vehicleTypes.modelId })
    .from(vehicleTypes)
    .where(inArray(vehicleTypes.modelId, [...modelIds]))
    .orderBy(
      asc(vehicleTypes.modelId),
      asc(vehicleTypes.fuel),
      asc(vehicleTypes.displacementCc),
      asc(vehicleTypes.powerKw),
      asc(vehicleTypes.id),
    )
    .limit(MOST_TYPES)
}

/** A type of that very model of that very make. */
export async function findVehicle(db: Database, { make, model, type }: VehicleAddress) {
  if (![make, model, type].every(isSlug)) return null
  const [found] = await vehicles(db).where(
    and(eq(makes.slug, make), eq(models.slug, model), eq(vehicleTypes.slug, type)),
  )
  return found ?? null
}

/** These types with their model and make, in no order; ids that do not exist are left out. */
export async function listVehicles(db: Database, typeIds: readonly number[]) {
  if (typeIds.length === 0) return []
  return vehicles(db).where(inArray(vehicleTypes.id, [...typeIds]))
}

function vehicles(db: Database) {
  return db
    .select({
      ...typeColumns,
      model: { id: models.id, slug: models.slug, name: models.name },
      make: { id: makes.id, slug: makes.slug, name: makes.name },
    })
    .from(vehicleTypes)
    .innerJoin(models, eq(models.id, vehicleTypes.modelId))
    .innerJoin(makes, eq(makes.id, models.makeId))
}
