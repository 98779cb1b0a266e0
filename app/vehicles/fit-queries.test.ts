import { sql } from 'drizzle-orm'
import { openCache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { aProduct, aRange, aVariant } from '../../tests/a-shop'
import { aType, fitted } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { loadUniversalProducts } from './bulk/load-fitments.server'
import { listCompatibleVehicles } from './compatible-vehicles.server'
import { answerFit } from './fit-answer.server'
import type { KnownFacts } from './fit-of'
import { concernsVehicles, type FitmentRow, fitmentsWithin, productFits } from './fit-queries.server'
import { findScope, listCompatibleMakes, listFittingRanges } from './fitment-queries.server'
import { listVehicles } from './vehicle-queries.server'

async function fitsIn(
  db: Database,
  { known, ...asked }: { rangeId: number; typeId: number; known?: KnownFacts },
) {
  return productFits(await db.execute<FitmentRow>(fitmentsWithin(asked)), known)
}

const withAirConditioning = { airConditioning: true }

test('a part fits a type as its conditions say, with what is to be checked', async ({ db }) => {
  const clio = await aType(db)
  const rangeId = await aRange(db)
  const [plain, conditional, universal] = [
    (await aProduct(db, { rangeId })).id,
    (await aProduct(db, { rangeId })).id,
    (await aProduct(db, { rangeId })).id,
  ]
  await fitted(db, { typeId: clio, productId: plain })
  await fitted(db, { typeId: clio, productId: conditional, condition: withAirConditioning })
  await fitted(db, { typeId: clio, productId: universal })
  await loadUniversalProducts(db, [universal])
  const standings = async (known: { airConditioning?: boolean }) =>
    (await fitsIn(db, { rangeId, typeId: clio, known })).toSorted((a, b) => a.productId - b.productId)

  const fits = { fit: 'fits', reasons: [], isUniversal: false }
  const reasons = [{ fact: 'airConditioning', wanted: true }]
  expect(await standings({})).toEqual([
    { ...fits, productId: plain },
    { ...fits, productId: conditional, fit: 'check', reasons },
    { ...fits, productId: universal, isUniversal: true },
  ])
  expect((await standings({ airConditioning: true })).map(({ fit }) => fit)).toEqual(['fits', 'fits', 'fits'])
  expect((await standings({ airConditioning: false })).map(({ productId }) => productId)).toEqual([
    plain,
    universal,
  ])
})

test('a product with a fitment with and one without conditions fits, and stands there once', async ({
  db,
}) => {
  const clio = await aType(db)
  const { id: productId, rangeId } = await aProduct(db)
  await fitted(db, { typeId: clio, productId, condition: withAirConditioning })
  await fitted(db, { typeId: clio, productId })
  await fitted(db, { typeId: clio, productId })

  expect(await fitsIn(db, { rangeId, typeId: clio })).toMatchObject([{ productId, fit: 'fits' }])
})

test('what fits another type, or is of another range, is not there', async ({ db }) => {
  const [clio, golf] = [await aType(db), await aType(db)]
  const draft = await aProduct(db, { status: 'draft' })
  const { rangeId } = draft
  const forGolf = await aProduct(db, { rangeId })
  await aVariant(db, { productId: forGolf.id })
  await fitted(db, { typeId: clio, productId: draft.id })
  await fitted(db, { typeId: golf, productId: forGolf.id })

  expect(await fitsIn(db, { rangeId: await aRange(db), typeId: clio })).toEqual([])
  expect(await fitsIn(db, { rangeId, typeId: golf })).toMatchObject([{ productId: forGolf.id }])
  expect(await listFittingRanges(db, { typeId: clio, language: 'fr' })).toEqual([])
  expect(await listFittingRanges(db, { typeId: golf, language: 'fr' })).toMatchObject([{ productCount: 1 }])
})

test('a product that moves to another range takes its fitments along', async ({ db }) => {
  const clio = await aType(db)
  const { id: productId } = await aProduct(db)
  await fitted(db, { typeId: clio, productId })
  const rangeId = await aRange(db)

  await db.execute(`update products set range_id = ${rangeId} where id = ${productId}`)

  expect(await fitsIn(db, { rangeId, typeId: clio })).toMatchObject([{ productId, fit: 'fits' }])
})

test('a range has to do with vehicles when one of its products was made for some or for any', async ({
  db,
}) => {
  const clio = await aType(db)
  const [belt, oil, card] = [await aProduct(db), await aProduct(db), await aProduct(db)]
  await fitted(db, { typeId: clio, productId: belt.id })
  await loadUniversalProducts(db, [oil.id])
  const shop = { db, cache: openCache(undefined) }

  expect(await concernsVehicles(shop, belt.rangeId)).toBe(true)
  expect(await concernsVehicles(shop, oil.rangeId)).toBe(true)
  expect(await concernsVehicles(shop, card.rangeId)).toBe(false)
})

test('the product page answers for the chosen vehicle, with what is known of it', async ({ db }) => {
  const clio = await aType(db)
  const [vehicle] = await listVehicles(db, [clio])
  if (!vehicle) throw new Error('The type is not there')
  const [belt, card, oil] = [await aProduct(db), await aProduct(db), await aProduct(db)]
  await fitted(db, { typeId: clio, productId: belt.id, condition: withAirConditioning })
  await loadUniversalProducts(db, [oil.id])
  const answer = async (productId: number, known: { airConditioning?: boolean } | null) =>
    (
      await answerFit(db, {
        productId,
        scope: await findScope(db, productId),
        mine: known && { vehicle, known },
      })
    )?.fit ?? null

  expect(await answer(belt.id, null)).toBe('no-vehicle-chosen')
  expect(await answer(belt.id, {})).toBe('check')
  expect(await answer(belt.id, { airConditioning: true })).toBe('fits')
  expect(await answer(belt.id, { airConditioning: false })).toBe('does-not-fit')
  expect(await answer(oil.id, {})).toBe('universal')
  expect(await answer(card.id, {})).toBeNull()
})

test('the vehicles a product fits stand under their makes and models', async ({ db }) => {
  const clio = await aType(db)
  const { id: productId } = await aProduct(db)
  await fitted(db, { typeId: clio, productId, condition: withAirConditioning })

  const { count, left, makes } = await listCompatibleVehicles(db, { productId, language: 'fr' })

  expect({ count, left }).toEqual({ count: 1, left: 0 })
  expect(makes).toMatchObject([{ count: 1, models: [{ types: '1.5 dCi (86 ch)', isConditional: true }] }])
})

test('whatever number of vehicles a product fits, all of them can be read, one make at a time', async ({
  db,
}) => {
  const { id: productId } = await aProduct(db)
  const first = await aType(db, { make: 'renault' })
  await db.execute(sql`
    insert into vehicle_types (model_id, slug, name, fuel, body, from_month)
    select model_id, 'type-' || n, 'Type', 'petrol', 'saloon', 200001
    from vehicle_types, generate_series(1, 13) n where vehicle_types.id = ${first}`)
  const types = await db.execute<{ id: number }>(sql`select id from vehicle_types`)
  for (const { id } of types) await fitted(db, { typeId: id, productId })
  await fitted(db, { typeId: await aType(db, { make: 'audi', model: 'a3' }), productId })

  const shown = await listCompatibleVehicles(db, { productId, language: 'fr' })
  const makes = await listCompatibleMakes(db, productId)

  expect({ count: shown.count, left: shown.left }).toEqual({ count: 15, left: 3 })
  expect(makes.map(({ slug, count }) => [slug, count])).toEqual([
    ['audi', 1],
    ['renault', 14],
  ])
  for (const make of makes) {
    const { left, makes: named } = await listCompatibleVehicles(db, { productId, make, language: 'fr' })
    expect([left, named.map(({ slug, count }) => [slug, count])]).toEqual([0, [[make.slug, make.count]]])
  }
})
