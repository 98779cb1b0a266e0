import { expect, test } from '../../tests/shop-test'
import { saveSetting } from './save-setting.server'
import { readSettings } from './setting-queries.server'
import { shopSettings } from './setting-tables.server'
import { defaultSettings } from './settings'

test('a shop that configured nothing reserves for 30 minutes, at the cart', async ({ db }) => {
  expect(await readSettings(db)).toEqual(defaultSettings)
  expect(defaultSettings.stock).toMatchObject({ reserveAt: 'cart', reservationMinutes: 30 })
})

test('a saved setting is read back', async ({ db }) => {
  expect(await saveSetting({ db }, { name: 'stock', value: { reserveAt: 'checkout' } })).toEqual({
    ok: true,
  })

  const expected = { ...defaultSettings.stock, reserveAt: 'checkout' }
  expect((await readSettings(db)).stock).toEqual(expected)
})

test('a wrong value is refused by name', async ({ db }) => {
  expect(await saveSetting({ db }, { name: 'stock', value: { reservationMinutes: 0 } })).toEqual({
    ok: false,
    reason: 'wrong-value',
    fields: ['reservationMinutes'],
  })
})

test('what an older version stored and no longer fits falls back to the default', async ({ db }) => {
  await db.insert(shopSettings).values({ name: 'stock', value: { reserveAt: 'never' } })

  expect((await readSettings(db)).stock).toEqual(defaultSettings.stock)
})
