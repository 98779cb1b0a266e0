import { countProductAddresses, listProductAddresses } from '~/catalog/address-queries.server'
import { listBrands } from '~/catalog/brand-queries.server'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import { DEFAULT_LANGUAGE } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { PAGES_PER_SITEMAP, type SitemapPage } from './sitemap.server'

type Shelves = { db: Database; cache: Cache }

/** One file for what leads to products, then as many as the products need. */
export async function listSitemapNames(db: Database): Promise<string[]> {
  const parts = Math.ceil((await countProductAddresses(db)) / PAGES_PER_SITEMAP)
  return ['pages', ...Array.from({ length: parts }, (_, index) => `products-${index + 1}`)]
}

/** The pages of the sitemap of that name, or null when there is none. */
export async function findSitemapPages(
  shop: Shelves,
  name: string,
): Promise<AsyncIterable<SitemapPage> | null> {
  if (!(await listSitemapNames(shop.db)).includes(name)) return null
  const [, part] = name.split('-')
  return part ? productPages(shop.db, Number(part)) : leadingPages(shop)
}

async function* leadingPages(shop: Shelves): AsyncGenerator<SitemapPage> {
  for (const path of ['/', '/catalog', '/brands']) yield { path }
  for (const family of await listFamilies(shop, DEFAULT_LANGUAGE)) {
    yield { path: `/c/${family.slug}` }
    for (const range of family.ranges)
      if (range.productCount > 0) yield { path: `/c/${family.slug}/${range.slug}` }
  }
  for (const brand of await listBrands(shop)) yield { path: `/brands/${brand.slug}` }
}

async function* productPages(db: Database, part: number): AsyncGenerator<SitemapPage> {
  for await (const batch of listProductAddresses(db, { part, partSize: PAGES_PER_SITEMAP }))
    for (const { slug, updatedAt } of batch) yield { path: `/p/${slug}`, updatedAt }
}
