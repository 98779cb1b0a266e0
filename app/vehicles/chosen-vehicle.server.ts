import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { Environment } from '~/platform/env.server'
import type { KnownFacts } from './fit-of'
import { type Garage, knownOf } from './garage/garage'
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
  const garage = await readGarage(request, shop.env)
  return garage.chosenId === null ? null : findIn(garage, shop, garage.chosenId)
}

/** The vehicle that a URL names; what is known of it when it stands in the visitor's garage. Null for an unknown one. */
export async function findNamedVehicle(
  shop: Shop,
  request: Request,
  typeId: number,
): Promise<ChosenVehicle | null> {
  return findIn(await readGarage(request, shop.env), shop, typeId)
}

async function findIn(garage: Garage, shop: Shop, typeId: number): Promise<ChosenVehicle | null> {
  const vehicle = await findVehicleById(shop, typeId)
  return vehicle && { vehicle, known: knownOf(garage, typeId) }
}

/** Five minutes old at most: makers do not change what they built. Numbers that nobody has fill no cache. */
function findVehicleById({ db, cache }: Shop, typeId: number): Promise<Vehicle | null> {
  return cache.remember({
    key: `vehicles:type:${typeId}`,
    seconds: 300,
    read: async () => (await listVehicles(db, [typeId]))[0] ?? null,
  })
}
