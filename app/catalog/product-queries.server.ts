import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { changeTag } from '~/changes'
import type { Language } from '~/i18n/language'
import { builtOnce } from '~/platform/built-once.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { listAllAttributeWords, wordAttributes } from './attribute-queries.server'
import { listNeighbours } from './card-queries.server'
import { brands, families, ranges } from './family-tables.server'
import { allImages } from './image-columns.server'
import { type AttributeValues, products } from './product-tables.server'
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
    tags: ({ id, neighbours }) =>
      [id, ...neighbours.map((one) => one.id)].map((one) => changeTag.product(one)),
    read: () => readProduct({ db, cache }, slug, language),
  })
}

async function readProduct({ db, cache }: Shelves, slug: string, language: Language) {
  const [[product], words] = await Promise.all([
    wordsOfProduct(db, language).execute({ slug }),
    listAllAttributeWords({ db, cache }, language),
  ])
  if (!product) return null

  const { values, variants, ...rest } = product
  return {
    ...rest,
    attributes: wordAttributes(values, words),
    variants: variants.map((variant) => ({ ...variant, options: wordAttributes(variant.options, words) })),
    neighbours: await listNeighbours(db, { productId: product.id, rangeId: product.range.id, language }),
  }
}

type Variant = { id: number; sku: string; options: AttributeValues; weightGrams: number }

const itsVariants = sql<Variant[]>`(
  select coalesce(json_agg(
    json_build_object('id', id, 'sku', sku, 'options', options, 'weightGrams', weight_grams) order by position, id), '[]')
  from variants where variants.product_id = products.id)`

type Reference = { kind: 'manufacturer' | 'oem'; maker: string; value: string }

const itsReferences = sql<Reference[]>`(
  select coalesce(json_agg(json_build_object('kind', kind, 'maker', maker, 'value', value)), '[]')
  from (
    select kind, maker, value from product_references where product_references.product_id = products.id
    order by kind, maker, value limit 200
  ) as first_references)`

const wordsOfProduct = builtOnce((db, language: Language) =>
  db
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
      references: itsReferences,
      variants: itsVariants,
    })
    .from(products)
    .innerJoin(brands, eq(brands.id, products.brandId))
    .innerJoin(ranges, eq(ranges.id, products.rangeId))
    .innerJoin(families, eq(families.id, ranges.familyId))
    .where(and(eq(products.slug, sql.placeholder('slug')), inArray(products.status, ['available', 'sold'])))
    .prepare('words_of_product'),
)

/** A delivery fills whole ranges at once: so many are looked at to find some that differ. */
const NEWEST_LOOKED_AT = 500

/** The products that came last, one of each range; five minutes old at most. */
export function listNewestIds({ db, cache }: Shelves, { limit = 8 } = {}): Promise<number[]> {
  return cache.remember({
    key: `catalog:newest:${limit}`,
    seconds: 300,
    tags: [changeTag.productCounts],
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
