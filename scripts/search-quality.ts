/**
 * `npm run search:quality -- [queries.tsv]`: how many searches put the right range first, over the demonstration shop that
 * `npm start` keeps running, by class and with every failure; on Meilisearch and on Postgres.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openCache } from '../app/platform/cache.server'
import { openDatabase } from '../app/platform/db.server'
import { openLog } from '../app/platform/log.server'
import { openProductSearch } from '../app/search/open-product-search.server'
import { knownDatabaseUrl, knownMeilisearch } from './bring-up/known-services'
import { missedSearches, readSearches } from './search-quality/measure'

if (existsSync('.env')) process.loadEnvFile('.env')
const dir = resolve('.comptoir')
const searches = readSearches(process.argv[2])
const log = openLog({ level: 'warn', process: 'search-quality' })
const { db, close } = openDatabase(knownDatabaseUrl(dir), { name: 'comptoir-search-quality', poolSize: 4 })
const cache = openCache(undefined)
cache.hears(true)
const meilisearch = knownMeilisearch(dir)
const engines = [
  { name: 'Postgres', meilisearch: undefined },
  ...(meilisearch ? [{ name: 'Meilisearch', meilisearch }] : []),
]

for (const engine of engines) {
  const productSearch = openProductSearch({ db, log, meilisearch: engine.meilisearch, deadlineMs: 10_000 })
  const missed = await missedSearches({ db, cache, productSearch }, searches)
  console.log(`\n${engine.name}: ${percentOf(missed.length, searches.length)} of ${searches.length}`)
  for (const kind of new Set(searches.map((search) => search.kind))) {
    const all = searches.filter((search) => search.kind === kind).length
    const wrong = missed.filter((search) => search.kind === kind)
    console.log(`  ${kind.padEnd(24)} ${String(all - wrong.length).padStart(3)} / ${all}`)
    for (const { query, ranges, vehicle, found } of wrong)
      console.log(
        `    « ${query} » found ${found}, not ${[ranges.join(' or '), vehicle].filter(Boolean).join(' for ')}`,
      )
  }
}
await close()

function percentOf(missed: number, all: number): string {
  return `${((100 * (all - missed)) / Math.max(1, all)).toFixed(1)} %`
}
