import type { Database } from '~/platform/db.server'
import { loadFitments } from '~/vehicles/bulk/load-fitments.server'
import { type LoadedType, loadVehicles } from '~/vehicles/bulk/load-vehicles.server'
import type { FitmentCondition } from '~/vehicles/fit-of'
import { NOTHING_ASKED } from '~/vehicles/fitment-conditions.server'
import { unique } from './a-shop'

/** A type of a model of a make of its own. */
export async function aType(
  db: Database,
  { make = unique('renault'), model = 'clio-iii', ...facts }: Partial<LoadedType> & Words = {},
): Promise<number> {
  const type = {
    slug: '1-5-dci',
    name: '1.5 dCi',
    fuel: 'diesel' as const,
    body: 'hatchback' as const,
    powerKw: 63,
    fromMonth: 200509,
    ...facts,
  }
  const [id] = await loadVehicles(db, [
    { slug: make, name: make, models: [{ slug: model, name: 'Clio III', fromMonth: 200509, types: [type] }] },
  ])
  if (id === undefined) throw new Error('No type was loaded')
  return id
}

type Words = { make?: string; model?: string }

/** Says that a product fits a type, on this condition or none. */
export async function fitted(
  db: Database,
  {
    typeId,
    productId,
    condition,
  }: { typeId: number; productId: number; condition?: Partial<FitmentCondition> },
): Promise<void> {
  const whole = condition && { ...NOTHING_ASKED, ...condition }
  await loadFitments(db, [{ typeId, productId, condition: whole ?? null }])
}
