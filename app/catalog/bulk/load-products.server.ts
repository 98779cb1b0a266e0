import { LANGUAGES, type Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import {
  type AttributeValues,
  productImages,
  productReferences,
  products,
  productTexts,
  variants,
} from '../product-tables.server'

type Words = Record<Language, string>

export type LoadedProduct = {
  rangeId: number
  brandId: number
  slug: string
  vatClass: 'standard' | 'reduced'
  attributes: AttributeValues
  tags: string[]
  createdAt: Date
  name: Words
  description: Words
  references: { kind: 'manufacturer' | 'oem'; maker: string; value: string }[]
  imageIds: string[]
  variants: { sku: string; options: AttributeValues; weightGrams: number }[]
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
    .values(
      batch.map(({ rangeId, brandId, slug, vatClass, attributes, tags, createdAt }) => ({
        rangeId,
        brandId,
        slug,
        vatClass,
        attributes,
        tags,
        createdAt,
        status: 'available' as const,
      })),
    )
    .returning({ id: products.id, slug: products.slug })
  const ids = new Map(loaded.map(({ id, slug }) => [slug, id]))
  const withIds = batch.map((product) => ({ ...product, productId: ids.get(product.slug) ?? 0 }))

  await db.insert(productTexts).values(
    withIds.flatMap(({ productId, name, description }) =>
      LANGUAGES.map((language) => ({
        productId,
        language,
        name: name[language],
        description: description[language],
      })),
    ),
  )
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
