import { type SQL, sql } from 'drizzle-orm'
import { products, variants } from '~/catalog/product-tables.server'
import { variantPrices } from './price-tables.server'

/** Whether a product stands on the shelf: it is available, and something of it has a price. */
export const isForSale: SQL = sql`(${products.status} = 'available' and exists (
  select 1 from ${variants} join ${variantPrices} on ${variantPrices.variantId} = ${variants.id}
  where ${variants.productId} = ${products.id}))`
