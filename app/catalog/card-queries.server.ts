import { and, eq, inArray } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { brands, ranges } from './family-tables.server'
import { firstImage } from './image-columns.server'
import { products, variants } from './product-tables.server'
import { textIn } from './texts.server'

/** The words and picture on the cards of these products, as far as they are sold, in no order. */
export function listCardWords(
  db: Database,
  { ids, language }: { ids: readonly number[]; language: Language },
) {
  return db
    .select({
      id: products.id,
      slug: products.slug,
      name: textIn(language, 'product', 'name'),
      brandName: brands.name,
      rangeName: textIn(language, 'range', 'name'),
      image: firstImage,
    })
    .from(products)
    .innerJoin(brands, eq(brands.id, products.brandId))
    .innerJoin(ranges, eq(ranges.id, products.rangeId))
    .where(and(inArray(products.id, [...ids]), eq(products.status, 'available')))
}

export function listVariantIds(db: Database, productIds: readonly number[]) {
  return db
    .select({ id: variants.id, productId: variants.productId })
    .from(variants)
    .where(inArray(variants.productId, [...productIds]))
    .orderBy(variants.productId, variants.position, variants.id)
}
