import { and, eq, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { brands, ranges } from './family-tables.server'
import { firstImage } from './image-columns.server'
import { products, variants } from './product-tables.server'
import { textIn } from './texts.server'

/** The words and picture on the cards of these products, and their variants, as far as they are sold, in no order. */
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
      variantIds: sql<number[]>`array(select ${variants.id} from ${variants}
        where ${variants.productId} = ${products.id} order by ${variants.position}, ${variants.id})`,
    })
    .from(products)
    .innerJoin(brands, eq(brands.id, products.brandId))
    .innerJoin(ranges, eq(ranges.id, products.rangeId))
    .where(and(isAmong(products.id, ids), eq(products.status, 'available')))
}
