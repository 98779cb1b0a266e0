import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { Environment } from '~/platform/env.server'
import type { KnownFacts } from './fit-of'
import { readGarage } from './garage-cookie.server'
import { listVehicles, type Vehicle } from './vehicle-queries.server'

type Shop = {
  db: Database
  cache: Cache
  env: Pick<Environment, 'ORIGIN' | 'SESSION_SECRET'>
}

export type ChosenVehicle = { vehicle: Vehicle; known: KnownFacts }

/** The vehicle the visitor chose, with what they said of it. Null when there is none, or it is not known any more. */
export async function findChosenVehicle(shop: Shop, request: Request): Promise<ChosenVehicle | null> {
  const { chosenId, vehicles } = await readGarage(request, shop.env)
  const kept = vehicles.find(({ typeId }) => typeId === chosenId)
  if (!kept) return null
  const { typeId, ...known } = kept
  const vehicle = await findVehicleById(shop, typeId)
  return vehicle && { vehicle, known }
}

/** Five minutes old at most: makers do not change what they built. */
function findVehicleById({ db, cache }: Shop, typeId: number): Promise<Vehicle | null> {
  return cache.getOrSet({
    key: `vehicles:type:${typeId}`,
    ttl: '300s',
    factory: async () => (await listVehicles(db, [typeId]))[0] ?? null,
  })
}
