import { LANGUAGES, type Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import { TEXT_FIELDS } from '../product-columns.server'
import { productImages, productReferences, products, productTexts, variants } from '../product-tables.server'

type TextField = (typeof TEXT_FIELDS.keys)[number]

/** A product with all that hangs on it. What it leaves out of a table's columns is what the table says of new rows. */
export type LoadedProduct = Omit<typeof products.$inferInsert, 'id' | 'status' | 'updatedAt'> & {
  [Field in TextField]: Record<Language, string>
} & {
  references: Omit<typeof productReferences.$inferInsert, 'id' | 'productId'>[]
  imageIds: string[]
  variants: Omit<typeof variants.$inferInsert, 'id' | 'productId' | 'position'>[]
}

/**
 * Inserts products that are for sale, a batch in a handful of statements. Nothing is announced: whoever loads a
 * catalogue rebuilds the search index once at the end. Answers the ids of the variants by SKU.
 */
export async function loadProducts(
  db: Database,
  batch: readonly LoadedProduct[],
): Promise<Map<string, number>> {
  if (batch.length === 0) return new Map()
  const loaded = await db
    .insert(products)
    .values(batch.map((product) => ({ ...product, status: 'available' as const })))
    .returning({ id: products.id, slug: products.slug })
  const ids = new Map(loaded.map(({ id, slug }) => [slug, id]))
  const withIds = batch.map((product) => ({ ...product, productId: ids.get(product.slug) ?? 0 }))

  await db.insert(productTexts).values(withIds.flatMap((product) => textRows(product.productId, product)))
  const references = withIds.flatMap(({ productId, references }) =>
    references.map((reference) => ({ productId, ...reference })),
  )
  if (references.length > 0) await db.insert(productReferences).values(references).onConflictDoNothing()
  const images = withIds.flatMap(({ productId, imageIds }) =>
    imageIds.map((fileId, position) => ({ productId, fileId, position })),
  )
  if (images.length > 0) await db.insert(productImages).values(images)

  const loadedVariants = await db
    .insert(variants)
    .values(
      withIds.flatMap(({ productId, variants }) =>
        variants.map((variant, position) => ({ productId, position, ...variant })),
      ),
    )
    .returning({ id: variants.id, sku: variants.sku })
  return new Map(loadedVariants.map(({ id, sku }) => [sku, id]))
}

/** Its texts, a row for each language. */
export function textRows(productId: number, product: Pick<LoadedProduct, TextField>) {
  return LANGUAGES.map((language) => {
    const fields = TEXT_FIELDS.keys.map((field) => [field, product[field][language]])
    return { productId, language, ...(Object.fromEntries(fields) as Record<TextField, string>) }
  })
}
