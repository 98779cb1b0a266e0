import type { Database } from '~/platform/db.server'
import { listFitmentsAfter } from '~/vehicles/add-fitments.server'
import { listModelsAfter, listTypePaths } from '~/vehicles/stored-vehicles.server'
import { guardCell } from '../cell-text'
import { FITMENT_COLUMNS } from '../vehicles/fitment-rows'
import { VEHICLE_COLUMNS } from '../vehicles/vehicle-rows'

const MODELS = 500
const PRODUCTS = 200

/** Every type with its model and make: an import of it changes nothing. */
export async function* exportVehicles(db: Database): AsyncGenerator<string[][]> {
  yield [[...VEHICLE_COLUMNS]]
  for (let after = 0; ; ) {
    const models = await listModelsAfter(db, { after, limit: MODELS })
    const last = models.at(-1)
    if (!last) return
    yield models.flatMap((model) =>
      model.types.map((type) => [
        guardCell(model.makeName),
        model.makeSlug,
        guardCell(model.name),
        model.slug,
        month(model.fromMonth),
        month(model.untilMonth),
        guardCell(type.name),
        type.slug,
        guardCell(type.engineCode ?? ''),
        String(type.powerKw ?? ''),
        type.fuel,
        type.body,
        String(type.displacementCc ?? ''),
        month(type.fromMonth),
        month(type.untilMonth),
      ]),
    )
    after = last.id
  }
}

function month(number: number | null): string {
  return number === null ? '' : `${Math.floor(number / 100)}-${String(number % 100).padStart(2, '0')}`
}

const YES_NO = new Map([
  [true, 'yes'],
  [false, 'no'],
])

/** Every fitment by the slugs of product and type, and what fits any vehicle. */
export async function* exportFitments(db: Database): AsyncGenerator<string[][]> {
  const columns = FITMENT_COLUMNS.filter((column) => !['sku', 'product_id', 'type_id'].includes(column))
  yield [[...columns]]
  const paths = new Map((await listTypePaths(db)).map(({ id, path }) => [id, path.split('/')]))
  for (let after = 0; ; ) {
    const { rows, last } = await listFitmentsAfter(db, { after, limit: PRODUCTS })
    if (last === null) return
    yield rows.map(({ slug, typeId, condition }) => {
      const [make = '', model = '', type = ''] = typeId === null ? [] : (paths.get(typeId) ?? [])
      const { axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil } = condition ?? {}
      const asked = [axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil]
      const airConditioning = YES_NO.get(condition?.airConditioning as boolean) ?? ''
      const isUniversal = typeId === null ? 'yes' : ''
      return [slug, isUniversal, make, model, type, ...asked.map((cell) => cell ?? ''), airConditioning]
    })
    after = last
  }
}
