import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from './chosen-vehicle.server'
import { type Fit, fitOf } from './fit-of'
import { listConditions, type Scope } from './fitment-queries.server'

/** What a product page says of the shopper's vehicle; null for what has nothing to do with vehicles. */
export type FitAnswer = { fit: 'universal' } | { fit: 'no-vehicle-chosen' } | Fit | null

export async function answerFit(
  db: Database,
  { productId, scope, mine }: { productId: number; scope: Scope; mine: ChosenVehicle | null },
): Promise<FitAnswer> {
  if (scope === 'no-vehicle') return null
  if (scope === 'any-vehicle') return { fit: 'universal' }
  if (!mine) return { fit: 'no-vehicle-chosen' }
  return fitOf(await listConditions(db, { productId, typeId: mine.vehicle.id }), mine.known)
}
