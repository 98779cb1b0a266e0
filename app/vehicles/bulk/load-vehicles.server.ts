import type { Database } from '~/platform/db.server'
import { inBatches } from '~/platform/in-batches'
import { makes, models, vehicleTypes } from '../vehicle-tables.server'

export type LoadedType = Omit<typeof vehicleTypes.$inferInsert, 'id' | 'modelId'>
export type LoadedModel = Omit<typeof models.$inferInsert, 'id' | 'makeId'> & { types: readonly LoadedType[] }
export type LoadedMake = { slug: string; name: string; models: readonly LoadedModel[] }

/** Adds makes with their models and types. Answers the ids of the types, in the order given. */
export async function loadVehicles(db: Database, plans: readonly LoadedMake[]): Promise<number[]> {
  const makeIds = await insertedIds(plans, (batch) =>
    db
      .insert(makes)
      .values(batch.map(({ slug, name }) => ({ slug, name })))
      .returning({ id: makes.id }),
  )
  const modelPlans = plans.flatMap((make, at) =>
    make.models.map((model) => ({ ...model, makeId: idAt(makeIds, at) })),
  )
  const modelIds = await insertedIds(modelPlans, (batch) =>
    db
      .insert(models)
      .values(batch.map(({ types: _, ...model }) => model))
      .returning({ id: models.id }),
  )
  const typePlans = modelPlans.flatMap((model, at) =>
    model.types.map((type) => ({ ...type, modelId: idAt(modelIds, at) })),
  )
  return insertedIds(typePlans, (batch) =>
    db.insert(vehicleTypes).values(batch).returning({ id: vehicleTypes.id }),
  )
}

/** Postgres returns the rows of one insert in the order they were given. */
async function insertedIds<Plan>(
  plans: readonly Plan[],
  insert: (batch: Plan[]) => PromiseLike<{ id: number }[]>,
): Promise<number[]> {
  const ids: number[] = []
  for (const batch of inBatches(plans, 1_000)) for (const { id } of await insert(batch)) ids.push(id)
  return ids
}

function idAt(ids: readonly number[], at: number): number {
  const id = ids[at]
  if (id === undefined) throw new Error('Fewer rows came back than were inserted')
  return id
}
