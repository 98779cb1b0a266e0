import { openCache } from '~/platform/cache.server'
import { aType } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { EMPTY_GARAGE } from './garage/garage'
import { pathOfChoice } from './path-of-choice.server'
import { submitGarageForm } from './submit-garage-form.server'
import { findModel, findVehicle, listMakes, listVehicles } from './vehicle-queries.server'

test('a type is found by its whole URL, and nowhere under another model or make', async ({ db }) => {
  const id = await aType(db, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })
  await aType(db, { make: 'peugeot', model: '207', slug: '1-4-hdi' })

  expect(await findVehicle(db, { make: 'renault', model: 'clio-iii', type: '1-5-dci' })).toMatchObject({ id })
  expect(await findVehicle(db, { make: 'peugeot', model: 'clio-iii', type: '1-5-dci' })).toBeNull()
  expect(await findVehicle(db, { make: 'renault', model: 'clio-iii', type: '1-4-hdi' })).toBeNull()
  expect(await findModel(db, { make: 'renault', model: '207' })).toBeNull()
  expect(await findVehicle(db, { make: "re'nault", model: '\u0000', type: '名前' })).toBeNull()
})

test('the selector leads as deep as its choices belong together', async ({ db }) => {
  await aType(db, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })
  await aType(db, { make: 'peugeot', model: '207', slug: '1-4-hdi' })
  const pathOf = (query: string) => pathOfChoice(db, new URLSearchParams(query))

  expect(await pathOf('make=renault')).toBe('/vehicles/renault')
  expect(await pathOf('make=renault&model=clio-iii')).toBe('/vehicles/renault/clio-iii')
  expect(await pathOf('make=renault&model=clio-iii&type=1-5-dci')).toBe('/vehicles/renault/clio-iii/1-5-dci')
  expect(await pathOf('make=renault&model=207')).toBe('/vehicles/renault')
  expect(await pathOf('make=renault&model=clio-iii&type=1-4-hdi')).toBe('/vehicles/renault/clio-iii')
  expect(await pathOf('make=nobody&model=207')).toBeNull()
  expect(await pathOf('')).toBeNull()
})

test('a garage takes a vehicle by its URL, and refuses what is unknown or of another model', async ({
  db,
}) => {
  const id = await aType(db, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })
  const add = { intent: 'add' as const, make: 'renault', model: 'clio-iii', type: '1-5-dci' }
  const submit = (form: Parameters<typeof submitGarageForm>[1]['form'], garage = EMPTY_GARAGE) =>
    submitGarageForm(db, { form, garage })

  const added = await submit(add)
  expect(added).toEqual({ ok: true, garage: { chosenId: id, vehicles: [{ typeId: id }] } })
  expect(await submit({ ...add, model: '207' })).toEqual({ ok: false, reason: 'unknown-vehicle' })
  expect(await submit({ intent: 'choose', typeId: id })).toEqual({ ok: false, reason: 'unknown-vehicle' })
  expect(await submit({ intent: 'forget', typeId: id }, added.ok ? added.garage : undefined)).toEqual({
    ok: true,
    garage: EMPTY_GARAGE,
  })
})

test('ids that no type has are left out', async ({ db }) => {
  const id = await aType(db)

  expect(await listVehicles(db, [id, 2_000_000_000])).toMatchObject([{ id }])
  expect(await listVehicles(db, [])).toEqual([])
})

test('makes stand from A to Z, whatever their capitals', async ({ db }) => {
  for (const make of ['renault', 'audi']) await aType(db, { make })

  const makes = await listMakes({ db, cache: openCache(undefined) })

  expect(makes.map(({ name }) => name)).toEqual(['audi', 'renault'])
})
