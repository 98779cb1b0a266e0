import { describe, inject, vi } from 'vitest'
import { openCache } from '~/platform/cache.server'
import { openLog } from '~/platform/log.server'
import { openProductSearch } from '~/search/open-product-search.server'
import { rebuildProductIndex } from '~/search/rebuild-product-index.server'
import { fillShop } from '../demo/fill-shop'
import { generateShop } from '../demo/generate-shop'
import { missedSearches, readSearches } from '../scripts/search-quality/measure'
import { expect, test } from './shop-test'

vi.setConfig({ testTimeout: 300_000 })

const SHARE_MISSED = 0.03
const log = openLog({ level: 'silent', process: 'test' })
const searches = readSearches()

describe('over the demonstration shop', () => {
  test('the right range comes first for 97 of 100 searches, on every engine', async ({ ownDb: db }) => {
    const shop = generateShop()
    const products = shop.products.map((product) => ({ ...product, pictures: [] }))
    await fillShop(db, { ...shop, products }, { fileIds: new Map(), now: new Date(), onLoaded: () => {} })
    const prefix = `quality_${process.pid}_${Date.now().toString(36)}`
    const meilisearch = inject('meilisearch')
    const withMeilisearch =
      meilisearch &&
      openProductSearch({ db, log, meilisearch: { ...meilisearch, prefix }, deadlineMs: 20_000 })
    const withPostgres = openProductSearch({ db, log, meilisearch: undefined })
    await rebuildProductIndex({ db, productSearch: withMeilisearch ?? withPostgres })

    expect(searches.length).toBeGreaterThanOrEqual(200)
    for (const productSearch of [withPostgres, ...(withMeilisearch ? [withMeilisearch] : [])]) {
      const missed = await missedSearches({ db, cache: openCache(undefined), productSearch }, searches)
      const told = missed.map(({ query, found }) => `${query}: ${found}`).join('\n')
      expect(missed.length, told).toBeLessThanOrEqual(searches.length * SHARE_MISSED)
    }
    await withMeilisearch?.index?.drop()
  })
})
