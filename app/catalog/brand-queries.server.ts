import { and, count, desc, eq } from 'drizzle-orm'
import { changeTag } from '~/changes'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { brands, families, ranges } from './family-tables.server'
import { products } from './product-tables.server'
import { isSlug } from './slug-queries.server'
import { textIn } from './texts.server'

export type Brand = Awaited<ReturnType<typeof readBrands>>[number]

/** The brands that have something for sale, from A to Z. Five minutes old at most. */
export function listBrands({ db, cache }: { db: Database; cache: Cache }): Promise<Brand[]> {
  return cache.remember({
    key: 'catalog:brands',
    seconds: 300,
    tags: [changeTag.productCounts],
    read: () => readBrands(db),
  })
}

function readBrands(db: Database) {
  return db
    .select({ slug: brands.slug, name: brands.name, productCount: count(products.id) })
    .from(brands)
    .innerJoin(products, and(eq(products.brandId, brands.id), eq(products.status, 'available')))
    .groupBy(brands.id)
    .orderBy(brands.name)
    .limit(5_000)
}

export async function findBrandBySlug(db: Database, slug: string) {
  if (!isSlug(slug)) return null
  const [brand] = await db
    .select({ id: brands.id, slug: brands.slug, name: brands.name })
    .from(brands)
    .where(eq(brands.slug, slug))
  return brand ?? null
}

/** The ranges in which a brand has something for sale, the fullest first. */
export function listBrandRanges(
  db: Database,
  { brandId, language }: { brandId: number; language: Language },
) {
  return db
    .select({
      slug: ranges.slug,
      familySlug: families.slug,
      name: textIn(language, 'range', 'name'),
      productCount: count(products.id),
    })
    .from(products)
    .innerJoin(ranges, eq(ranges.id, products.rangeId))
    .innerJoin(families, eq(families.id, ranges.familyId))
    .where(and(eq(products.brandId, brandId), eq(products.status, 'available')))
    .groupBy(ranges.id, families.id)
    .orderBy(desc(count(products.id)), ranges.id)
    .limit(40)
}

/** One page of a brand's products, and how many there are in all. */
export async function listBrandProductIds(
  db: Database,
  { brandId, page, perPage }: { brandId: number; page: number; perPage: number },
) {
  const ofBrand = and(eq(products.brandId, brandId), eq(products.status, 'available'))
  const [rows, [total]] = await Promise.all([
    db
      .select({ id: products.id })
      .from(products)
      .where(ofBrand)
      .orderBy(products.rangeId, products.id)
      .limit(perPage)
      .offset((page - 1) * perPage),
    db.select({ count: count() }).from(products).where(ofBrand),
  ])
  return { ids: rows.map((row) => row.id), total: total?.count ?? 0 }
}
