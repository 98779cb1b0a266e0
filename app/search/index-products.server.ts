import { sql } from 'drizzle-orm'
import { productView, variantView } from '~/catalog/catalog-views.server'
import { changeTag } from '~/changes'
import { stockView, unreserved } from '~/inventory/stock-columns.server'
import { tellChanges } from '~/platform/changes.server'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { hasSaleTurnedSince, priceView } from '~/pricing/price-columns.server'
import { soundOutWords } from './documents/sound-out-words.server'
import type { ProductSearch } from './open-product-search.server'
import { rebuildProductIndex } from './rebuild-product-index.server'
import { recomputeDocuments } from './recompute-documents.server'

export type Indexed = { db: Database; productSearch: ProductSearch }

/** Brings the documents of these products, and Meilisearch's copy of them, up to date. Harmless when called twice. */
export async function indexProducts(
  shop: Indexed,
  { productIds }: { productIds: readonly number[] },
): Promise<void> {
  if (productIds.length === 0) return
  await recomputeDocuments(shop.db, { ids: productIds })
  await soundOutWords(shop.db)
  await tellRanges(shop.db, productIds)

  const index = shop.productSearch.index
  if (!index) return
  if (await index.isBuilt()) await index.push(shop.db, productIds)
  else await rebuildProductIndex(shop)
}

/** So many changes at once are told as one of everything. */
const MOST_RANGES_TOLD = 401

/** The lists of ranges are made of documents: what was drawn or counted since the change itself was told is of the old ones. */
async function tellRanges(db: Database, productIds: readonly number[]): Promise<void> {
  const ranges = await db.execute<{ id: number }>(
    sql`select distinct range_id as id from ${productView} where ${isAmong(sql`id`, productIds)} limit ${MOST_RANGES_TOLD}`,
  )
  await tellChanges(
    db,
    ranges.map(({ id }) => changeTag.range(id)),
  )
}

/** After a change of stock: only a product that came in stock, or went out of it, is found differently. */
export async function indexStock(
  shop: Indexed,
  { variantIds }: { variantIds: readonly number[] },
): Promise<void> {
  if (variantIds.length === 0) return
  const rows = await shop.db.execute<{ id: number }>(sql`
    select variants.product_id as id
    from ${variantView} join ${stockView} on stock.variant_id = variants.id
    where variants.product_id in (select product_id from ${variantView} where ${isAmong(sql`id`, variantIds)})
    group by variants.product_id
    having (sum(${unreserved}) > 0) is distinct from (
      select d.available > 0 from product_documents d where d.product_id = variants.product_id and d.language = 'fr')
    order by 1`)
  await indexProducts(shop, { productIds: rows.map(({ id }) => id) })
}

/** A sale begins and ends by the clock: nothing announces it. */
export async function indexSales(shop: Indexed): Promise<void> {
  const rows = await shop.db.execute<{ id: number }>(sql`
    select distinct variants.product_id as id
    from ${priceView} join ${variantView} on variants.id = variant_prices.variant_id
    join product_documents d on d.product_id = variants.product_id and d.language = 'fr'
    where ${hasSaleTurnedSince(sql`d.indexed_at`)}
    limit 5000`)
  await indexProducts(shop, { productIds: rows.map(({ id }) => id) })
}

/** Meilisearch may have been emptied, or have been away when the shop was filled: then nothing would announce it. */
export async function keepIndex(shop: Indexed): Promise<void> {
  const index = shop.productSearch.index
  if (index && !(await index.isBuilt())) await rebuildProductIndex(shop)
}
