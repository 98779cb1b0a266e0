import { type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { families, ranges } from './family-tables.server'
import { products, variants } from './product-tables.server'

/**
 * What statements of other rooms may join of the catalogue. Each view bears the name of its table; Postgres looks through a
 * plain select as if the table itself stood there.
 */
const view = new QueryBuilder()

export const productView = view
  .select({
    id: products.id,
    rangeId: products.rangeId,
    slug: products.slug,
    status: products.status,
    updatedAt: products.updatedAt,
  })
  .from(products)
  .as('products')

export const variantView = view
  .select({ id: variants.id, productId: variants.productId, sku: variants.sku })
  .from(variants)
  .as('variants')

export const rangeView = view
  .select({ id: ranges.id, familyId: ranges.familyId, slug: ranges.slug, position: ranges.position })
  .from(ranges)
  .as('ranges')

export const familyView = view
  .select({ id: families.id, slug: families.slug, position: families.position })
  .from(families)
  .as('families')

/** Whether the catalogue offers a product, as a condition of a query over products. */
export const isAvailable: SQL = sql`${products.status} = 'available'`
