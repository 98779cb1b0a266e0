import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { listAttributeWords, wordAttributes } from './attribute-queries.server'
import { brands, families, ranges } from './family-tables.server'
import { allImages } from './image-columns.server'
import { PRODUCT_COUNTS } from './product-counts'
import { productReferences, products, variants } from './product-tables.server'
import { isSlug } from './slug-queries.server'
import { textIn } from './texts.server'

type Shelves = { db: Database; cache: Cache }

export type ProductContent = NonNullable<Awaited<ReturnType<typeof readProduct>>>

/**
 * What a product page says of a product that is on sale or was sold, else null. Ten minutes old at most; price and stock
 * are not in it.
 */
export async function findProductBySlug(
  { db, cache }: Shelves,
  slug: string,
  language: Language,
): Promise<ProductContent | null> {
  if (!isSlug(slug)) return null
  return cache.remember({
    key: `catalog:product:${slug}:${language}`,
    seconds: 600,
    tags: ({ id }) => [`product:${id}`],
    read: () => readProduct(db, slug, language),
  })
}

async function readProduct(db: Database, slug: string, language: Language) {
  const [product] = await db
    .select({
      id: products.id,
      slug: products.slug,
      status: products.status,
      name: textIn(language, 'product', 'name'),
      description: textIn(language, 'product', 'description'),
      values: products.attributes,
      images: allImages,
      brand: { id: brands.id, slug: brands.slug, name: brands.name },
      range: { id: ranges.id, slug: ranges.slug, name: textIn(language, 'range', 'name') },
      family: { id: families.id, slug: families.slug, name: textIn(language, 'family', 'name') },
    })
    .from(products)
    .innerJoin(brands, eq(brands.id, products.brandId))
    .innerJoin(ranges, eq(ranges.id, products.rangeId))
    .innerJoin(families, eq(families.id, ranges.familyId))
    .where(and(eq(products.slug, slug), inArray(products.status, ['available', 'sold'])))
  if (!product) return null

  const [itsVariants, references] = await Promise.all([
    db
      .select({
        id: variants.id,
        sku: variants.sku,
        options: variants.options,
        weightGrams: variants.weightGrams,
      })
      .from(variants)
      .where(eq(variants.productId, product.id))
      .orderBy(variants.position, variants.id),
    db
      .select({
        kind: productReferences.kind,
        maker: productReferences.maker,
        value: productReferences.value,
      })
      .from(productReferences)
      .where(eq(productReferences.productId, product.id))
      .orderBy(productReferences.kind, productReferences.maker, productReferences.value)
      .limit(200),
  ])

  const keys = [product.values, ...itsVariants.map((variant) => variant.options)].flatMap(Object.keys)
  const words = await listAttributeWords(db, { keys: [...new Set(keys)], language })
  const { values, ...rest } = product
  return {
    ...rest,
    attributes: wordAttributes(values, words),
    references,
    variants: itsVariants.map((variant) => ({ ...variant, options: wordAttributes(variant.options, words) })),
  }
}

/** A delivery fills whole ranges at once: so many are looked at to find some that differ. */
const NEWEST_LOOKED_AT = 500

/** Others of the range, from this product on and around: each product has neighbours of its own. */
export async function listRelatedIds(
  db: Database,
  { productId, rangeId, limit = 5 }: { productId: number; rangeId: number; limit?: number },
): Promise<number[]> {
  // Two short walks along the index: a range may hold ten thousand.
  const walk = (side: SQL) => sql`(
    select id from products where range_id = ${rangeId} and status = 'available' and ${side} order by id limit ${limit})`
  const rows = await db.execute<{ id: number }>(sql`
    select id from (
      ${walk(sql`id > ${productId}`)} union all ${walk(sql`id < ${productId}`)}
    ) neighbours limit ${limit}`)
  return rows.map((row) => row.id)
}

/** The products that came last, one of each range; five minutes old at most. */
export function listNewestIds({ db, cache }: Shelves, { limit = 8 } = {}): Promise<number[]> {
  return cache.remember({
    key: `catalog:newest:${limit}`,
    seconds: 300,
    tags: [PRODUCT_COUNTS],
    read: async () => {
      const rows = await db
        .select({ id: products.id, rangeId: products.rangeId })
        .from(products)
        .where(eq(products.status, 'available'))
        .orderBy(desc(products.createdAt), desc(products.id))
        .limit(NEWEST_LOOKED_AT)
      const ranges = new Set<number>()
      const first = rows.filter(({ rangeId }) => !ranges.has(rangeId) && ranges.add(rangeId))
      return first.slice(0, limit).map((row) => row.id)
    },
  })
}

/** One product of each range of a family: what the family is made of. */
export async function listSampleIds(
  db: Database,
  { familyId, limit = 8 }: { familyId: number; limit?: number },
): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select first.id from ranges r
    cross join lateral (
      select id from products where range_id = r.id and status = 'available' order by id limit 1
    ) first
    where r.family_id = ${familyId}
    order by r.position, r.id
    limit ${limit}`)
  return rows.map((row) => row.id)
}
