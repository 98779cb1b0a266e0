import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from './chosen-vehicle.server'
import { concernsVehicles, countInRange } from './fitment-queries.server'
import type { Fitting } from './fitting-notice'
import { countFitting } from './fitting-queries.server'

/** How much of a range fits the visitor's vehicle; null without a vehicle, and in ranges that have to do with none. */
export async function findFitting(
  db: Database,
  { rangeId, mine }: { rangeId: number; mine: ChosenVehicle | null },
): Promise<Fitting | null> {
  if (!mine) return null
  const { vehicle } = mine
  const [counts, total] = await Promise.all([
    countFitting(db, { rangeId, typeId: vehicle.id }),
    countInRange(db, rangeId),
  ])
  const hasSome = counts.fits + counts.check + counts.universal > 0
  return hasSome || (await concernsVehicles(db, rangeId)) ? { vehicle, counts, total } : null
}
