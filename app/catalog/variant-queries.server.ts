import { and, eq, inArray } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { listAttributeWords, wordAttributes } from './attribute-queries.server'
import { firstImage } from './image-columns.server'
import { products, variants } from './product-tables.server'
import { textIn } from './texts.server'

export type VariantForSale = Awaited<ReturnType<typeof findVariantsForSale>>[number]

/**
 * What cart and checkout say and need of variants, whatever their product's status: only `isSold` ones may be bought.
 * Unknown ids are left out.
 */
export async function findVariantsForSale(db: Database, ids: readonly number[], language: Language) {
  if (ids.length === 0) return []
  const rows = await db
    .select({
      variantId: variants.id,
      sku: variants.sku,
      options: variants.options,
      weightGrams: variants.weightGrams,
      productId: products.id,
      slug: products.slug,
      status: products.status,
      vatClass: products.vatClass,
      rangeId: products.rangeId,
      name: textIn(language, 'product', 'name'),
      image: firstImage,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(variants.id, [...new Set(ids)]))

  const keys = new Set(rows.flatMap((row) => Object.keys(row.options)))
  const words = await listAttributeWords(db, { keys: [...keys], language })
  return rows.map((row) => ({
    ...row,
    isSold: row.status === 'available',
    options: wordAttributes(row.options, words),
  }))
}

/** Whether there is such a variant, sold or not. */
export async function hasVariant(db: Database, variantId: number): Promise<boolean> {
  const rows = await db.select({ id: variants.id }).from(variants).where(eq(variants.id, variantId))
  return rows.length > 0
}

/** Whether a variant may be bought now, apart from its stock and price. */
export async function isVariantSold(db: Database, variantId: number): Promise<boolean> {
  const rows = await db
    .select({ id: variants.id })
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, 'available')))
    .where(eq(variants.id, variantId))
  return rows.length > 0
}
