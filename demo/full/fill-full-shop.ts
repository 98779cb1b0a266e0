import { sql } from 'drizzle-orm'
import { loadCatalogFrame } from '~/catalog/bulk/load-catalog.server'
import { inBulk } from '~/platform/copy-into.server'
import { type Database, inTransaction } from '~/platform/db.server'
import type { Storage } from '~/platform/storage.server'
import { withoutIndexes } from '~/platform/without-indexes.server'
import { copyFitments, copyUniversalProducts, FITMENT_TABLES } from '~/vehicles/bulk/copy-fitments.server'
import { loadVehicles } from '~/vehicles/bulk/load-vehicles.server'
import { furnish, taxonomyOf } from '../fill-shop'
import { generateShop } from '../generate-shop'
import { storePictures } from '../pictures/store-pictures'
import { WITHOUT_VEHICLES } from '../vehicles/fit-products'
import { readVehicles } from '../vehicles/read-vehicles'
import { fillProducts } from './fill-products'
import { fitParts, type NumberedPart } from './fit-parts'
import type { Plan } from './plan'
import { type Rate, type Report, underBar } from './progress'
import { scaleVehicles } from './scale-vehicles'

export type Ground = { db: Database; databaseUrl: string; storage: Storage }

/**
 * The shop without its search. Each step is one transaction and looks whether it was done before, so a filling that was
 * stopped goes on with the step it was stopped in.
 */
export async function fillFullShop(ground: Ground, plan: Plan): Promise<Rate[]> {
  return [
    ...(await underBar('taxonomy', (report) => fillTaxonomy(ground, plan, report))),
    ...(await underBar('products', (report) => fillTheProducts(ground, plan, report))),
    ...(await underBar('fitments', (report) => fillFitments(ground, plan, report))),
  ]
}

/** What products hang on and fit, and all that the demonstration shop has besides. */
async function fillTaxonomy({ db, storage }: Ground, plan: Plan, report: Report): Promise<number | null> {
  if (await has(db, sql`families`)) return null
  const shop = generateShop({ products: 1 })
  const pictures = new Set(shop.products.flatMap((product) => product.pictures))
  let stored = 0
  const fileIds = await storePictures({ db, storage }, pictures, () =>
    report(++stored, pictures.size, 'pictures'),
  )
  const makes = scaleVehicles(readVehicles(), plan.types)
  return inTransaction(db, async (tx) => {
    await furnish(tx)
    await loadCatalogFrame(tx, taxonomyOf(shop, fileIds))
    return (await loadVehicles(tx, makes)).length
  })
}

async function fillTheProducts(ground: Ground, plan: Plan, report: Report): Promise<number | null> {
  const { db, databaseUrl } = ground
  if (await has(db, sql`products`)) return null
  const ranges = await db.execute<{ slug: string; id: number }>(sql`select slug, id from ranges`)
  const brands = await db.execute<{ name: string; id: number }>(sql`select name, id from brands`)
  return inBulk(databaseUrl, (load) =>
    fillProducts(load, {
      products: plan.products,
      now: plan.began,
      rangeIds: new Map(ranges.map(({ slug, id }) => [slug, id])),
      brandIds: new Map(brands.map(({ name, id }) => [name, id])),
      storePictures: (names) => {
        let stored = 0
        return storePictures(ground, names, () => report(++stored, names.size, 'pictures'))
      },
      onProgress: (doing, done, total) => report(done, total, doing),
    }),
  )
}

async function fillFitments(
  { db, databaseUrl }: Ground,
  { types, fitments }: Plan,
  report: Report,
): Promise<number | null> {
  if ((await has(db, sql`fitments`)) || (await has(db, sql`universal_products`))) return null
  const makes = scaleVehicles(readVehicles(), types)
  const typeIds = (await db.execute<{ id: number }>(sql`select id from vehicle_types order by id`)).map(
    ({ id }) => id,
  )
  const parts = await listParts(db)
  const numbered = parts.filter(({ carMakers }) => carMakers.length > 0)

  function* watched() {
    let done = 0
    for (const part of fitParts(numbered, { makes, typeIds, fitments })) {
      yield part
      done += part.fits.reduce((sum, { typeIds }) => sum + typeIds.length, 0)
      report(done, fitments, 'rows')
    }
  }

  return inBulk(databaseUrl, (load) =>
    withoutIndexes(
      (statement) => load.unsafe(statement),
      FITMENT_TABLES,
      async () => {
        const anybody = parts.filter(({ carMakers }) => carMakers.length === 0)
        await copyUniversalProducts(
          load,
          anybody.map(({ id, rangeId }) => ({ productId: id, rangeId })),
        )
        return copyFitments(load, watched())
      },
      (built, total, name) => report(built, total, name),
    ),
  )
}

/** Every product that goes into cars, with the car makers who number it; without one it goes into any car. */
async function listParts(db: Database): Promise<NumberedPart[]> {
  return db.execute<NumberedPart>(sql`
    select p.id, p.range_id as "rangeId", r.slug as range, f.slug as family, p.attributes,
      coalesce(oem.makers, '{}') as "carMakers"
    from products p join ranges r on r.id = p.range_id join families f on f.id = r.family_id
    left join (
      select product_id, array_agg(distinct maker order by maker) as makers
      from product_references where kind = 'oem' group by 1
    ) oem on oem.product_id = p.id
    where f.slug <> all (${`{${[...WITHOUT_VEHICLES].join(',')}}`}::text[])
    order by p.id`)
}

export async function has(db: Database, table: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await db.execute<{ any: boolean }>(sql`select exists (select 1 from ${table}) as any`)
  return row?.any ?? false
}
