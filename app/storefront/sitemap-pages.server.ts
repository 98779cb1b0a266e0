import { countProductAddresses, listProductAddresses } from '~/catalog/address-queries.server'
import { listBrands } from '~/catalog/brand-queries.server'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import { DEFAULT_LANGUAGE } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import {
  listFittedRanges,
  listModelAddresses,
  listTypeAddresses,
  listTypeBlocks,
} from '~/vehicles/address-queries.server'
import { listMakes } from '~/vehicles/vehicle-queries.server'
import { PAGES_PER_SITEMAP, type SitemapPage } from './sitemap.server'

type Shelves = { db: Database; reads: Database; cache: Cache }

/** A type has a page of its own and one per range: so many types fill no more than a file, with 160 ranges. */
const TYPES_PER_SITEMAP = 150

/** One file for what leads to products, then as many as the products and the vehicles need. */
export async function listSitemapNames(db: Database): Promise<string[]> {
  const [products, blocks] = await Promise.all([
    countProductAddresses(db),
    listTypeBlocks(db, TYPES_PER_SITEMAP),
  ])
  const parts = Array.from({ length: Math.ceil(products / PAGES_PER_SITEMAP) }, (_, index) => index + 1)
  return [
    'pages',
    ...parts.map((part) => `products-${part}`),
    ...(blocks.length > 0 ? ['models'] : []),
    ...blocks.map((block) => `vehicles-${block}`),
  ]
}

/** The pages of the sitemap of that name, or null when there is none. */
export async function findSitemapPages(
  shop: Shelves,
  name: string,
): Promise<AsyncIterable<SitemapPage> | null> {
  if (!(await listSitemapNames(shop.reads)).includes(name)) return null
  const [kind, part] = name.split('-')
  if (kind === 'products') return productPages(shop.reads, Number(part))
  if (kind === 'vehicles') return vehiclePages(shop.reads, Number(part))
  return kind === 'models' ? modelPages(shop) : leadingPages(shop)
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

async function* modelPages(shop: Shelves): AsyncGenerator<SitemapPage> {
  yield { path: '/vehicles' }
  const makes = await listMakes(shop)
  for (const { slug } of makes) yield { path: `/vehicles/${slug}` }
  const limit = PAGES_PER_SITEMAP - makes.length - 1
  for (const { make, model } of await listModelAddresses(shop.reads, { limit }))
    yield { path: `/vehicles/${make}/${model}` }
}

async function* vehiclePages(db: Database, block: number): AsyncGenerator<SitemapPage> {
  const types = await listTypeAddresses(db, { block, size: TYPES_PER_SITEMAP })
  const paths = new Map(types.map(({ id, make, model, type }) => [id, `${make}/${model}/${type}`]))
  let left = PAGES_PER_SITEMAP
  for (const path of paths.values()) {
    yield { path: `/vehicles/${path}` }
    left -= 1
  }
  const fitted = await listFittedRanges(db, [...paths.keys()])
  for (const { typeId, family, range } of fitted.slice(0, left))
    yield { path: `/c/${family}/${range}/${paths.get(typeId)}` }
}
