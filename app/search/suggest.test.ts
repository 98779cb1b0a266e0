import { openCache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { aSearchableShop } from '../../tests/a-searchable-shop'
import { aType, fitted } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { openProductSearch } from './open-product-search.server'
import { recomputeDocuments } from './recompute-documents.server'
import { suggest } from './suggest.server'

const log = openLog({ level: 'silent', process: 'test' })

async function suggestIn(db: Database, typed: string) {
  const productSearch = openProductSearch({ db, log, meilisearch: undefined })
  return suggest({ db, reads: db, cache: openCache(undefined), productSearch }, { typed, language: 'fr' })
}

test('a vehicle is suggested by its model, and by its type when more was typed', async ({ db }) => {
  await aType(db, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })

  expect((await suggestIn(db, 'clio 3')).pages).toEqual([
    { kind: 'vehicle', to: '/vehicles/renault/clio-iii', name: 'renault Clio III' },
  ])
  expect((await suggestIn(db, 'Clio III 1.5 d')).pages).toEqual([
    { kind: 'vehicle', to: '/vehicles/renault/clio-iii/1-5-dci', name: 'renault Clio III 1.5 dCi, 86 ch' },
  ])
  expect((await suggestIn(db, 'clio 3 1.6 16v')).pages).toEqual([])
})

test('a part and a vehicle are suggested as one, with what fits', async ({ db }) => {
  const { ids } = await aSearchableShop(db)
  await recomputeDocuments(db, { ids: Object.values(ids) })
  const typeId = await aType(db, { make: 'renault', model: 'clio-iii' })
  await fitted(db, { typeId, productId: ids.rearDisc })

  const { pages, products, total } = await suggestIn(db, 'disque clio 3')

  expect(pages).toEqual([
    {
      kind: 'fitting',
      to: '/search?q=disque+clio+3',
      name: 'Disques de frein pour renault Clio III 1.5 dCi',
    },
  ])
  expect([total, products.map(({ priceCents }) => priceCents)]).toEqual([1, [3200]])
})

test('products are suggested with their price, and the range and brand that are named', async ({ db }) => {
  const { ids } = await aSearchableShop(db)
  await recomputeDocuments(db, { ids: Object.values(ids) })

  const { products, pages, total } = await suggestIn(db, 'ampoule')
  expect([total, products.map(({ priceCents }) => priceCents)]).toEqual([1, [790]])
  expect(pages).toMatchObject([{ kind: 'range', name: 'Ampoules' }])
  expect((await suggestIn(db, 'bosch')).pages).toContainEqual(
    expect.objectContaining({ kind: 'brand', name: 'Bosch' }),
  )
})

test('what only has some of the words is not suggested beside a vehicle that is named', async ({ db }) => {
  const { ids } = await aSearchableShop(db)
  await recomputeDocuments(db, { ids: Object.values(ids) })
  expect((await suggestIn(db, 'simple clio')).total).toBe(1)
  await aType(db, { model: 'clio-simple' })
  await db.execute(`update models set name = 'Clio Simple'`)

  expect(await suggestIn(db, 'simple clio')).toMatchObject({ total: 0, pages: [{ kind: 'vehicle' }] })
})

test('nothing is suggested for nothing', async ({ db }) => {
  for (const typed of ['', ' ', '😀', '\u0000'])
    expect(await suggestIn(db, typed)).toMatchObject({ total: 0 })
})
