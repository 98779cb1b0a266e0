import { sql } from 'drizzle-orm'
import { listBrands } from '~/catalog/brand-queries.server'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import type { Language } from '~/i18n/language'
import { imageUrl } from '~/media/image-sizes'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { NOTHING_FOUND, type ValueCount } from './engine/product-search'
import { NO_FILTERS, parseQuery } from './listing-filters'
import type { ProductSearch } from './open-product-search.server'
import { findVehicles } from './suggestions/find-vehicles.server'
import { type MarkedText, unmarked } from './suggestions/marked-text'
import { suggestForVehicle } from './suggestions/suggest-for-vehicle.server'
import type { Suggestions } from './suggestions/suggestions'
import { mayBeReference, queryWords, wordsOf } from './understanding/query-words'
import { readWords } from './understanding/read-words.server'
import { understandQuery } from './understanding/understand-query.server'

type Shop = { db: Database; reads: Database; cache: Cache; productSearch: ProductSearch }

const PRODUCTS = 5
const RANGES = 3
const BRANDS = 2
const VEHICLES = 3

/** Products, vehicles, ranges and brands for what was typed so far. */
export async function suggest(
  shop: Shop,
  { typed, language }: { typed: string | null; language: Language },
): Promise<Suggestions> {
  const query = parseQuery(typed)
  if (queryWords(query).length === 0) return { query, products: [], pages: [], total: 0 }

  const [understood, words] = await Promise.all([
    understandQuery(shop, { query, language, mayGoOn: true }),
    readWords(shop, { query, language, mayGoOn: true }),
  ])
  const forVehicle =
    understood?.part && !mayBeReference(understood.partWords)
      ? await suggestForVehicle(shop, { understood, query, language, limit: PRODUCTS })
      : null
  if (forVehicle) {
    const facts = await listFacts(shop.db, { ids: forVehicle.productIds, language })
    return {
      query,
      total: forVehicle.total,
      products: forVehicle.productIds.flatMap((id) => suggested(facts.get(id))),
      pages: [forVehicle.page],
    }
  }

  const [answer, families, brands, vehicles] = await Promise.all([
    shop.productSearch.search({
      ...words,
      language,
      query,
      filters: NO_FILTERS,
      sort: 'relevance',
      page: 1,
      perPage: PRODUCTS,
      facets: ['range'],
    }),
    listFamilies(shop, language),
    listBrands(shop),
    findVehicles(shop, { query, language, limit: VEHICLES }),
  ])
  // What has some of the words of « clio 3 1.5 dci » is of no use to who names a vehicle.
  const isOfUse = (vehicles.length === 0 && !understood?.vehicle.isSure) || !answer.isLoose
  const { hits, total, facets } = isOfUse ? answer : NOTHING_FOUND
  const facts = await listFacts(shop.db, { ids: hits.map((hit) => hit.productId), language })
  const ranges = families.flatMap((family) =>
    family.ranges.map(({ slug, name }) => ({ slug, name, to: `/c/${family.slug}/${slug}` })),
  )
  const isMeant = meant(query)
  const named = ranges.filter(({ name }) => isMeant(name))
  const holding = fullest(facets.ranges).flatMap((slug) => ranges.filter((range) => range.slug === slug))

  return {
    query,
    total,
    products: hits.flatMap(({ productId, name }) => suggested(facts.get(productId), name)),
    pages: [
      ...vehicles.map((vehicle) => ({ kind: 'vehicle' as const, ...vehicle })),
      ...[...new Set([...named, ...holding])]
        .slice(0, RANGES)
        .map(({ to, name }) => ({ kind: 'range' as const, to, name })),
      ...brands
        .filter(({ name }) => isMeant(name))
        .slice(0, BRANDS)
        .map(({ slug, name }) => ({ kind: 'brand' as const, to: `/brands/${slug}`, name })),
    ],
  }
}

function suggested(product: Facts | undefined, name?: MarkedText): Suggestions['products'] {
  if (!product) return []
  const { slug, priceCents, image } = product
  return [
    { to: `/p/${slug}`, name: name ?? unmarked(product.name), priceCents, thumbnail: thumbnailOf(image) },
  ]
}

/** A name is meant when each word that was typed begins one of its words. */
function meant(query: string): (name: string) => boolean {
  const typed = queryWords(query)
  return (name) => {
    const words = wordsOf(name)
    return typed.every((begun) => words.some((word) => word.startsWith(begun)))
  }
}

function fullest(counts: readonly ValueCount[]): string[] {
  return counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, RANGES)
    .map(({ value }) => value)
}

type Facts = { id: number; slug: string; name: string; priceCents: number; image: string | null }

async function listFacts(db: Database, { ids, language }: { ids: readonly number[]; language: Language }) {
  const rows = await db.execute<Facts>(sql`
    select product_id as id, slug, name, price_cents as "priceCents", image_hash as image
    from product_documents where language = ${language} and ${isAmong(sql`product_id`, ids)}`)
  return new Map(rows.map((row) => [row.id, row]))
}

function thumbnailOf(hash: string | null): string | null {
  return hash && imageUrl({ hash, width: 160, format: 'webp' })
}
