import type { Database } from '~/platform/db.server'
import { listProductsForSale } from '~/shelf/for-sale-queries.server'
import { loadFitments, loadUniversalProducts } from '~/vehicles/bulk/load-fitments.server'
import { loadVehicles } from '~/vehicles/bulk/load-vehicles.server'
import type { DemoShop } from '../generate-shop'
import { fitProducts } from './fit-products'
import { readVehicles } from './read-vehicles'

/** The vehicles of the demonstration shop, and which of its products fit them. The products are there already. */
export async function fillVehicles(db: Database, shop: DemoShop): Promise<void> {
  const makes = readVehicles()
  const typeIds = await loadVehicles(db, makes)
  const productIds = await productIdsBySlug(db)
  const fittings = [...fitProducts(shop, makes)].flatMap(([slug, fitting]) => {
    const productId = productIds.get(slug)
    return productId === undefined ? [] : [{ productId, ...fitting }]
  })

  await loadUniversalProducts(
    db,
    fittings.filter(({ isUniversal }) => isUniversal).map(({ productId }) => productId),
  )
  await loadFitments(
    db,
    fittings.flatMap(({ productId, fitments }) =>
      fitments.flatMap(({ typeAt, condition }) => {
        const typeId = typeIds[typeAt]
        return typeId === undefined ? [] : [{ typeId, productId, condition }]
      }),
    ),
  )
}

async function productIdsBySlug(db: Database): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for await (const batch of listProductsForSale(db, { partSize: Number.MAX_SAFE_INTEGER }))
    for (const { id, slug } of batch) ids.set(slug, id)
  return ids
}
