import { listProductSlugs } from '~/catalog/stored-products.server'
import type { Database } from '~/platform/db.server'
import { listStoredFitments } from '~/vehicles/stored-fitments.server'
import { listModelsAfter, listTypePaths } from '~/vehicles/stored-vehicles.server'
import { guardCell } from '../cell-text'
import { writeCondition } from '../vehicles/fitment-conditions'
import { FITMENT_HEADINGS } from '../vehicles/fitment-rows'
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

/** Every fitment by the slugs of product and type, and what fits any vehicle. */
export async function* exportFitments(db: Database): AsyncGenerator<string[][]> {
  yield [FITMENT_HEADINGS]
  const paths = new Map((await listTypePaths(db)).map(({ id, path }) => [id, path.split('/')]))
  for (let after = 0; ; ) {
    const products = await listProductSlugs(db, { after, limit: PRODUCTS })
    const [first, last] = [products[0], products.at(-1)]
    if (!first || !last) return
    const slugs = new Map(products.map(({ id, slug }) => [id, slug]))
    const fitments = await listStoredFitments(db, { first: first.id, last: last.id })
    yield fitments.map(({ productId, typeId, condition }) => {
      const [make = '', model = '', type = ''] = typeId === null ? [] : (paths.get(typeId) ?? [])
      const isUniversal = typeId === null ? 'yes' : ''
      return [slugs.get(productId) ?? '', isUniversal, make, model, type, ...writeCondition(condition)]
    })
    after = last.id
  }
}
