import { aProduct, aRange, aVariant } from '../../tests/a-shop'
import { aType, fitted } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { listCompatibleVehicles } from './compatible-vehicles.server'
import { answerFit } from './fit-answer.server'
import { countInRange, listFittingRanges } from './fitment-queries.server'
import { countFitting, listFitting, listFittingIds } from './fitting-queries.server'
import { loadUniversalProducts } from './load-fitments.server'
import { listVehicles } from './vehicle-queries.server'

const withAirConditioning = { airConditioning: true }

test('what fits comes first, then what to check, then what goes on any vehicle; each by price', async ({
  db,
}) => {
  const clio = await aType(db)
  const rangeId = await aRange(db)
  const partAt = async (priceCents: number) => (await aVariant(db, { rangeId, priceCents })).productId
  const [dear, cheap, conditional, universal] = [
    await partAt(9000),
    await partAt(2000),
    await partAt(100),
    await partAt(50),
  ]
  await partAt(10)
  await fitted(db, { typeId: clio, productId: dear })
  await fitted(db, { typeId: clio, productId: cheap })
  await fitted(db, { typeId: clio, productId: conditional, condition: withAirConditioning })
  await loadUniversalProducts(db, [universal])

  expect(await listFitting(db, { rangeId, typeId: clio })).toEqual([
    { productId: cheap, group: 'fits' },
    { productId: dear, group: 'fits' },
    { productId: conditional, group: 'check' },
    { productId: universal, group: 'universal' },
  ])
  expect(await countFitting(db, { rangeId, typeId: clio })).toEqual({ fits: 2, check: 1, universal: 1 })
  expect(await countInRange(db, rangeId)).toBe(5)
  expect((await listFittingIds(db, { rangeId, typeId: clio })).sort((a, b) => a - b)).toEqual(
    [dear, cheap, conditional].sort((a, b) => a - b),
  )
  expect(await listFitting(db, { rangeId, typeId: clio, limit: 1, offset: 1 })).toEqual([
    { productId: dear, group: 'fits' },
  ])
})

test('a product with a fitment with and one without conditions fits, and is listed once', async ({ db }) => {
  const clio = await aType(db)
  const { id: productId, rangeId } = await aProduct(db)
  await fitted(db, { typeId: clio, productId, condition: withAirConditioning })
  await fitted(db, { typeId: clio, productId })
  await fitted(db, { typeId: clio, productId })

  expect(await listFitting(db, { rangeId, typeId: clio })).toEqual([{ productId, group: 'fits' }])
})

test('what is not sold, or fits another type alone, is not listed', async ({ db }) => {
  const [clio, golf] = [await aType(db), await aType(db)]
  const draft = await aProduct(db, { status: 'draft' })
  const { rangeId } = draft
  const forGolf = await aProduct(db, { rangeId })
  await fitted(db, { typeId: clio, productId: draft.id })
  await fitted(db, { typeId: golf, productId: forGolf.id })

  expect(await listFitting(db, { rangeId, typeId: clio })).toEqual([])
  expect(await listFittingRanges(db, { typeId: clio, language: 'fr' })).toEqual([])
  expect(await listFittingRanges(db, { typeId: golf, language: 'fr' })).toMatchObject([{ productCount: 1 }])
})

test('a product that moves to another range takes its fitments along', async ({ db }) => {
  const clio = await aType(db)
  const { id: productId } = await aProduct(db)
  await fitted(db, { typeId: clio, productId })
  const rangeId = await aRange(db)

  await db.execute(`update products set range_id = ${rangeId} where id = ${productId}`)

  expect(await listFitting(db, { rangeId, typeId: clio })).toEqual([{ productId, group: 'fits' }])
})

test('the product page answers for the chosen vehicle, with what is known of it', async ({ db }) => {
  const clio = await aType(db)
  const [vehicle] = await listVehicles(db, [clio])
  if (!vehicle) throw new Error('The type is not there')
  const [belt, card, oil] = [await aProduct(db), await aProduct(db), await aProduct(db)]
  await fitted(db, { typeId: clio, productId: belt.id, condition: withAirConditioning })
  await loadUniversalProducts(db, [oil.id])
  const answer = async (productId: number, known: { airConditioning?: boolean } | null) =>
    (await answerFit(db, { productId, mine: known && { vehicle, known } }))?.fit ?? null

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
