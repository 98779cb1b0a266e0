import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ProductSearch } from '~/search/open-product-search.server'
import { searchShop } from '~/search/search-shop.server'

/** What somebody types, and in which range the first product they are shown should be. */
export type Search = { query: string; kind: string; language: Language; ranges: string[]; vehicle: string }

export type Missed = Search & { found: string }

type Shop = { db: Database; cache: Cache; productSearch: ProductSearch }

/** The table's columns: query, class, language, ranges that are right (`a|b`), vehicle that must be recognised. */
export function readSearches(file = join('scripts', 'search-quality', 'queries.tsv')): Search[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [query = '', kind = '', language = '', ranges = '', vehicle = ''] = line.split('\t')
      return {
        query,
        kind,
        language: isLanguage(language) ? language : DEFAULT_LANGUAGE,
        ranges: ranges.split('|'),
        vehicle,
      }
    })
}

/**
 * The searches whose first product stands in a wrong range, or whose vehicle was not recognised. Throws when another engine
 * answered than the one that is measured.
 */
export async function missedSearches(shop: Shop, searches: readonly Search[]): Promise<Missed[]> {
  const missed: Missed[] = []
  let degraded = 0
  shop.productSearch.onDegraded(() => degraded++)
  for (const search of searches) {
    const found = await firstFound(shop, search)
    const isRight = search.ranges.includes(found.range) && found.heading.includes(search.vehicle)
    if (!isRight) missed.push({ ...search, found: `${found.range || 'nothing'} ${found.heading}`.trim() })
  }
  if (degraded > 0) throw new Error(`Postgres answered ${degraded} searches in the place of Meilisearch`)
  return missed
}

async function firstFound(shop: Shop, { query, language }: Search) {
  const answer = await searchShop(
    { ...shop, reads: shop.db },
    { params: new URLSearchParams({ q: query }), language, findMine: async () => null },
  )
  if (!answer || answer.kind === 'vehicle-alone') return { range: '', heading: answer?.vehicleName ?? '' }
  const isForVehicle = answer.kind === 'vehicle'
  const id = isForVehicle ? answer.groups[0]?.productIds[0] : answer.hits[0]?.productId
  const [row] = await shop.db.execute<{ range: string }>(sql`
    select range_slug as range from product_documents where language = ${language} and product_id = ${id ?? 0}`)
  return { range: row?.range ?? '', heading: isForVehicle ? answer.heading : '' }
}
