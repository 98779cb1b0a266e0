import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '~/platform/db.server'
import { NO_FILTERS } from './listing-filters'
import { openProductIndex } from './product-index.server'
import type { ProductFinder } from './product-search'
import { meilisearchFinder } from './search-meilisearch.server'
import { postgresFinder } from './search-postgres.server'

/**
 * How good searches are over a filled shop: `RELEVANCE_QUERIES` names a table (query, kind, expected ranges) and the
 * usual variables name the shop. Left out of ordinary runs, whose databases are empty.
 */
const {
  RELEVANCE_QUERIES = '',
  RELEVANCE_DATABASE_URL = '',
  MEILISEARCH_URL,
  MEILISEARCH_KEY = '',
} = process.env

describe.skipIf(!existsSync(RELEVANCE_QUERIES) || !RELEVANCE_DATABASE_URL)(
  'over the demonstration shop',
  () => {
    const { db } = openDatabase(RELEVANCE_DATABASE_URL || 'postgres://nowhere', { poolSize: 2 })
    const postgres = postgresFinder(db)
    const engines: [string, ProductFinder][] = [['Postgres', postgres]]
    if (MEILISEARCH_URL) {
      const index = openProductIndex({ url: MEILISEARCH_URL, key: MEILISEARCH_KEY })
      engines.push(['Meilisearch', meilisearchFinder(index, postgres)])
    }

    test.each(engines)('%s puts the right range first for nine of ten searches', async (_, engine) => {
      const searches = readQueries(RELEVANCE_QUERIES)
      const missed: string[] = []
      for (const { query, ranges } of searches) {
        const answer = await engine.search({
          language: 'fr',
          query,
          filters: NO_FILTERS,
          sort: 'relevance',
          page: 1,
          perPage: 1,
          facets: [],
        })
        const [first] = await db.execute<{ slug: string }>(sql`
        select range_slug as slug from product_documents
        where language = 'fr' and product_id = ${answer.hits[0]?.productId ?? 0}`)
        if (!ranges.includes(first?.slug ?? '')) missed.push(`${query}: ${first?.slug ?? 'nothing'}`)
      }
      expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(searches.length / 10)
    })
  },
)

function readQueries(file: string): { query: string; ranges: string[] }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .flatMap(([query = '', , ranges = '']) =>
      query.trim() && ranges && !ranges.startsWith('(')
        ? [{ query: query.trim(), ranges: ranges.split('|') }]
        : [],
    )
}
