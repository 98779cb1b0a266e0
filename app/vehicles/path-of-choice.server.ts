import type { Database } from '~/platform/db.server'
import { vehiclePath } from './vehicle-name'
import { findMake, findModel, findVehicle } from './vehicle-queries.server'

/**
 * The page that a sent selector leads to: as deep as its choices belong together, so a model of another make counts for
 * nothing. Null when no make was chosen.
 */
export async function pathOfChoice(db: Database, chosen: URLSearchParams): Promise<string | null> {
  const [make, model, type] = ['make', 'model', 'type'].map((name) => chosen.get(name) ?? '') as [
    string,
    string,
    string,
  ]
  const vehicle = await findVehicle(db, { make, model, type })
  if (vehicle) return vehiclePath(vehicle)
  if (await findModel(db, { make, model })) return `/vehicles/${make}/${model}`
  return (await findMake(db, make)) ? `/vehicles/${make}` : null
}
