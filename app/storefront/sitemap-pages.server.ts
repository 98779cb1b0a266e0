import { listBrands } from '~/catalog/brand-queries.server'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import { DEFAULT_LANGUAGE } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { countProductsForSale, listFilledRanges, listProductsForSale } from '~/shelf/for-sale-queries.server'
import {
  listFittedRanges,
  listModelPages,
  listTypeBlocks,
  listTypePages,
} from '~/vehicles/vehicle-page-queries.server'
import { PAGES_PER_SITEMAP, type SitemapPage } from './sitemap.server'

type Shelves = { db: Database; reads: Database; cache: Cache }

/** A type has a page of its own and one per range: so many types fill no more than a file, with 160 ranges. */
const TYPES_PER_SITEMAP = 150
/** As many as their lists show. */
const MOST_MAKES = 1_000
const MOST_RANGES = 5_000

/** One file for what leads to products, then as many as the products and the vehicles need. */
export async function listSitemapNames(db: Database): Promise<string[]> {
  const [products, blocks] = await Promise.all([
    countProductsForSale(db),
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
  }
  for (const { family, range } of await listFilledRanges(shop.reads, { limit: MOST_RANGES }))
    yield { path: `/c/${family}/${range}` }
  for (const brand of await listBrands(shop)) yield { path: `/brands/${brand.slug}` }
}

async function* productPages(db: Database, part: number): AsyncGenerator<SitemapPage> {
  for await (const batch of listProductsForSale(db, { part, partSize: PAGES_PER_SITEMAP }))
    for (const { slug, updatedAt } of batch) yield { path: `/p/${slug}`, updatedAt }
}

async function* modelPages(shop: Pick<Shelves, 'reads'>): AsyncGenerator<SitemapPage> {
  yield { path: '/vehicles' }
  const models = await listModelPages(shop.reads, { limit: PAGES_PER_SITEMAP - MOST_MAKES })
  for (const make of new Set(models.map((model) => model.make))) yield { path: `/vehicles/${make}` }
  for (const { make, model } of models) yield { path: `/vehicles/${make}/${model}` }
}

async function* vehiclePages(db: Database, block: number): AsyncGenerator<SitemapPage> {
  const types = await listTypePages(db, { block, size: TYPES_PER_SITEMAP })
  const paths = new Map(types.map(({ id, make, model, type }) => [id, `${make}/${model}/${type}`]))
  let left = PAGES_PER_SITEMAP
  const fitted = await listFittedRanges(db, [...paths.keys()])
  for (const typeId of new Set(fitted.map((one) => one.typeId))) {
    yield { path: `/vehicles/${paths.get(typeId)}` }
    left -= 1
  }
  for (const { typeId, family, range } of fitted.slice(0, left))
    yield { path: `/c/${family}/${range}/${paths.get(typeId)}` }
}
