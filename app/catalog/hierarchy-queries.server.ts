import { eq, sql } from 'drizzle-orm'
import { changeTag } from '~/changes'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { families, ranges } from './family-tables.server'
import { imageOf } from './image-columns.server'
import { products } from './product-tables.server'
import { textIn } from './texts.server'

type Shelves = { db: Database; cache: Cache }

export type Family = Awaited<ReturnType<typeof readHierarchy>>[number]

/** All families with their ranges, in the shop's order. Five minutes old at most. */
export function listFamilies({ db, cache }: Shelves, language: Language): Promise<Family[]> {
  return cache.remember({
    key: `catalog:hierarchy:${language}`,
    seconds: 300,
    tags: [changeTag.productCounts],
    read: () => readHierarchy(db, language),
  })
}

/** The families' names, for menus. */
export async function listFamilyMenu(shop: Shelves, language: Language) {
  return (await listFamilies(shop, language)).map(({ slug, name }) => ({ slug, name }))
}

export async function findFamilyBySlug(shop: Shelves, slug: string, language: Language) {
  return (await listFamilies(shop, language)).find((family) => family.slug === slug) ?? null
}

/** A range with the family it stands in. */
export async function findRangeBySlug(shop: Shelves, slug: string, language: Language) {
  for (const { ranges, ...family } of await listFamilies(shop, language)) {
    const range = ranges.find((one) => one.slug === slug)
    if (range) return { ...range, family }
  }
  return null
}

async function readHierarchy(db: Database, language: Language) {
  const [allFamilies, allRanges] = await Promise.all([
    db
      .select({
        id: families.id,
        slug: families.slug,
        name: textIn(language, 'family', 'name'),
        description: textIn(language, 'family', 'description'),
        image: imageOf('families'),
      })
      .from(families)
      .orderBy(families.position, families.id),
    db
      .select({
        id: ranges.id,
        familyId: ranges.familyId,
        slug: ranges.slug,
        name: textIn(language, 'range', 'name'),
        description: textIn(language, 'range', 'description'),
        image: imageOf('ranges'),
        productCount:
          sql<number>`count(${products.id}) filter (where ${products.status} = 'available')`.mapWith(Number),
      })
      .from(ranges)
      .leftJoin(products, eq(products.rangeId, ranges.id))
      .groupBy(ranges.id)
      .orderBy(ranges.position, ranges.id),
  ])

  return allFamilies.map((family) => {
    const ranges = allRanges.filter((range) => range.familyId === family.id)
    return {
      ...family,
      ranges,
      productCount: ranges.reduce((sum, range) => sum + range.productCount, 0),
    }
  })
}
