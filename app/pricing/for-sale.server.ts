import { type SQL, sql } from 'drizzle-orm'
import { isAvailable, productView, variantView } from '~/catalog/catalog-views.server'
import { variantPrices } from './price-tables.server'

/** Whether a product is for sale, as a condition of a query over products: it is available, and something of it has a price. */
export const isForSale: SQL = sql`(${isAvailable} and exists (
  select 1 from ${variantView} join ${variantPrices} on ${variantPrices.variantId} = ${variantView.id}
  where ${variantView.productId} = ${productView.id}))`

/** The same of the product with this number. */
export function isProductForSale(productId: SQL): SQL {
  return sql`exists (select 1 from ${productView} where ${productView.id} = ${productId} and ${isForSale})`
}
