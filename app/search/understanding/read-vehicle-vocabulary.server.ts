import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { listModelNames, listTypeWords } from '~/vehicles/vehicle-queries.server'
import { type KnownVehicles, type VehicleVocabulary, vehicleVocabulary } from './vehicle-vocabulary'

const built = new WeakMap<KnownVehicles, VehicleVocabulary>()

/** The names of the shop's vehicles, five minutes old at most. Read once and taken apart once for each reading. */
export async function readVehicleVocabulary(shop: {
  db: Database
  cache: Cache
}): Promise<VehicleVocabulary> {
  const known = await shop.cache.remember({
    key: 'search:vehicle-names',
    seconds: 300,
    read: () => readKnownVehicles(shop.db),
  })
  const vocabulary = built.get(known) ?? vehicleVocabulary(known)
  built.set(known, vocabulary)
  return vocabulary
}

async function readKnownVehicles(db: Database): Promise<KnownVehicles> {
  const [models, typeWords] = await Promise.all([listModelNames(db), listTypeWords(db)])
  const makes = new Map(models.map(({ make }) => [make.id, make]))
  return {
    makes: [...makes.values()],
    models: models.map(({ make, ...model }) => ({ ...model, makeId: make.id })),
    typeWords,
  }
}
