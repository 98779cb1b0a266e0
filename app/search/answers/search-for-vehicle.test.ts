import { openCache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { loadUniversalProducts } from '~/vehicles/bulk/load-fitments.server'
import { loadVehicles } from '~/vehicles/bulk/load-vehicles.server'
import { listVehicles } from '~/vehicles/vehicle-queries.server'
import { aSearchableShop } from '../../../tests/a-searchable-shop'
import { aType, fitted } from '../../../tests/a-vehicle'
import { expect, test } from '../../../tests/shop-test'
import { loadDefaultSynonyms } from '../load-default-synonyms.server'
import { openProductSearch } from '../open-product-search.server'
import { recomputeDocuments } from '../recompute-documents.server'
import { searchShop } from '../search-shop.server'

const log = openLog({ level: 'silent', process: 'test' })

async function search(db: Database, query: string, { mine = 0 }: { mine?: number } = {}) {
  const productSearch = openProductSearch({ db, log, meilisearch: undefined })
  const shop = { db, reads: db, cache: openCache(undefined), productSearch }
  const [vehicle] = await listVehicles(db, [mine])
  return searchShop(shop, {
    params: new URLSearchParams(query),
    language: 'fr',
    findMine: async () => (vehicle ? { vehicle, known: {} } : null),
  })
}

/** Two Clio III of one engine family, with discs for one or both, and a bulb for any car. */
async function aShopWithClios(db: Database) {
  const { ids } = await aSearchableShop(db)
  await loadDefaultSynonyms(db)
  await recomputeDocuments(db, { ids: Object.values(ids) })
  const type = { fuel: 'diesel', body: 'hatchback', fromMonth: 200509 } as const
  const [dci85 = 0, dci105 = 0] = await loadVehicles(db, [
    {
      slug: 'renault',
      name: 'Renault',
      models: [
        {
          slug: 'clio-iii',
          name: 'Clio III',
          fromMonth: 200509,
          types: [
            { ...type, slug: 'dci-85', name: '1.5 dCi 85', powerKw: 63 },
            { ...type, slug: 'dci-105', name: '1.5 dCi 105', powerKw: 78 },
          ],
        },
      ],
    },
  ])
  for (const typeId of [dci85, dci105]) await fitted(db, { typeId, productId: ids.frontDisc })
  await fitted(db, { typeId: dci105, productId: ids.rearDisc })
  await loadUniversalProducts(db, [ids.bulb])
  return { ids, dci85, dci105 }
}

test('a part and a vehicle in one line are answered with what fits, and the type is asked for', async ({
  db,
}) => {
  const { ids } = await aShopWithClios(db)

  expect(await search(db, 'q=disque clio 3 1.5 dci')).toMatchObject({
    kind: 'vehicle',
    heading: 'Disques de frein pour Renault Clio III 1.5 dCi',
    groups: [
      { group: 'fits', productIds: [ids.frontDisc] },
      { group: 'check', productIds: [ids.rearDisc] },
    ],
    choices: { models: [{ types: [{}, {}] }] },
    asWords: '?q=disque+clio+3+1.5+dci&vehicle=all',
  })
})

test('the type is chosen by its power, by the URL, or by the garage', async ({ db }) => {
  const { ids, dci85 } = await aShopWithClios(db)
  const oneType = { choices: null, groups: [{ group: 'fits', productIds: [ids.frontDisc] }] }

  expect(await search(db, 'q=disque clio 3 85 ch')).toMatchObject(oneType)
  expect(await search(db, `q=disque clio 3&vehicle=${dci85}`)).toMatchObject(oneType)
  expect(await search(db, 'q=disque clio 3', { mine: dci85 })).toMatchObject({ ...oneType, isMine: true })
})

test('more words than range and vehicle narrow what fits; a word that nothing has is told', async ({
  db,
}) => {
  const { ids } = await aShopWithClios(db)

  expect(await search(db, 'q=disque arriere clio 3')).toMatchObject({
    groups: [{ productIds: [ids.rearDisc] }],
    leftOut: [],
  })
  expect(await search(db, 'q=disque turquoise clio 3')).toMatchObject({ leftOut: ['turquoise'] })
})

test('what goes on any vehicle stands apart', async ({ db }) => {
  const { ids } = await aShopWithClios(db)

  expect(await search(db, 'q=ampoule h7 clio')).toMatchObject({
    heading: 'Ampoules pour Renault Clio III',
    groups: [{ group: 'universal', productIds: [ids.bulb] }],
    choices: null,
  })
})

test('the plain words are one link away', async ({ db }) => {
  await aShopWithClios(db)

  expect(await search(db, 'q=disque clio 3&vehicle=all')).toMatchObject({ kind: 'words' })
})

test('nothing of the range is known to fit: it is said, and the range is shown', async ({ db }) => {
  await aShopWithClios(db)
  await aType(db, { make: 'fiat', model: 'panda' })
  await db.execute(`update models set name = 'Panda' where slug = 'panda'`)

  expect(await search(db, 'q=disque panda')).toMatchObject({ fitting: null, view: { total: 3 } })
})

test('a vehicle alone is answered with the ways to it, unless products are called so', async ({ db }) => {
  await aShopWithClios(db)

  expect(await search(db, 'q=clio 3')).toMatchObject({
    kind: 'vehicle-alone',
    models: [{ name: 'Renault Clio III' }],
  })
  expect(await search(db, 'q=bosch')).toMatchObject({ kind: 'words' })
})
