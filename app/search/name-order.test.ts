import { inject } from 'vitest'
import { openLog } from '~/platform/log.server'
import { aBrand, aRange, aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import type { ProductFinder } from './engine/product-search'
import { meilisearchFinder } from './engine/search-meilisearch.server'
import { listProducts } from './listing/listing-queries.server'
import { NO_FILTERS } from './listing-filters'
import { openProductSearch } from './open-product-search.server'
import { postgresFinder } from './postgres/search-postgres.server'
import { rebuildProductIndex } from './rebuild-product-index.server'

const IN_ORDER = [
  '10 joints zz tri',
  'Échappement zz tri',
  'Écrou zz tri',
  '« Élan » zz tri',
  'Embrayage zz tri',
  'Essuie zz tri',
  'étrier zz tri',
  'Évent zz tri',
  'Extincteur zz tri',
  'Œillet zz tri',
  'Zinc zz tri',
]

test('names go by the dictionary, É among the E’s, alike in lists and with both engines', {
  timeout: 120_000,
}, async ({ ownDb: db }) => {
  const meilisearch = inject('meilisearch')
  const prefix = `test_names_${process.pid}_${Date.now().toString(36)}`
  const log = openLog({ level: 'silent', process: 'test' })
  const search = openProductSearch({ db, log, meilisearch: meilisearch && { ...meilisearch, prefix } })
  const [rangeId, brandId] = [await aRange(db), await aBrand(db)]
  const ids = new Map<number, string>()
  for (const name of IN_ORDER.toReversed())
    ids.set((await aVariant(db, { rangeId, brandId, name })).productId, name)
  await rebuildProductIndex({ db, productSearch: search })

  const named = (found: { productId: number }[]) => found.map(({ productId }) => ids.get(productId))
  const asked = {
    query: 'zz tri',
    sort: 'name',
    page: 1,
    perPage: 24,
    facets: [],
    filters: NO_FILTERS,
  } as const
  const engines: ProductFinder[] = [postgresFinder(db)]
  if (search.index)
    engines.push(
      meilisearchFinder(search.index, { otherwise: postgresFinder(db), respell: async () => null }),
    )
  for (const language of ['fr', 'en'] as const) {
    for (const engine of engines)
      expect(named((await engine.search({ ...asked, language })).hits)).toEqual(IN_ORDER)
    const list = {
      language,
      scope: { rangeId },
      filters: NO_FILTERS,
      sort: 'name',
      limit: 24,
      skip: 0,
    } as const
    expect(named(await listProducts(db, list))).toEqual(IN_ORDER)
  }
  await search.index?.drop()
})
