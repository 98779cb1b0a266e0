import { expect, test } from '../../tests/shop-test'
import { saveVatRates } from './save-vat-rates.server'
import { listVatRates, vatRateFor } from './vat-queries.server'

const FRANCE = [
  { country: 'FR', vatClass: 'standard', validFrom: '2000-04-01', rateBasisPoints: 1960 },
  { country: 'FR', vatClass: 'standard', validFrom: '2014-01-01', rateBasisPoints: 2000 },
  { country: 'FR', vatClass: 'reduced', validFrom: '2014-01-01', rateBasisPoints: 550 },
] as const

test('the rate is the one in force on the day', async ({ db }) => {
  await saveVatRates(db, FRANCE)

  const on = (at: string) => vatRateFor(db, { place: 'FR', vatClass: 'standard', at: new Date(at) })
  expect(await on('2013-12-31T12:00:00Z')).toBe(1960)
  expect(await on('2013-12-31T23:30:00Z'), 'it is already January in Paris').toBe(2000)
  expect(await on('2026-11-20T12:00:00Z')).toBe(2000)
})

test('a country of the Union without rates takes those of France, one with rates takes only its own', async ({
  db,
}) => {
  await saveVatRates(db, [
    ...FRANCE,
    { country: 'DE', vatClass: 'standard', validFrom: '2021-01-01', rateBasisPoints: 1900 },
  ])

  expect(await vatRateFor(db, { place: 'BE', vatClass: 'reduced' })).toBe(550)
  expect(await vatRateFor(db, { place: 'DE', vatClass: 'reduced' }), 'unknown there: the standard rate').toBe(
    1900,
  )
})

test('zero is zero, and a shop without rates charges none', async ({ db }) => {
  expect(await listVatRates(db, { place: 'FR' })).toEqual({
    standard: 0,
    intermediate: 0,
    reduced: 0,
    'super-reduced': 0,
    zero: 0,
  })
})

test('a rate saved again is corrected, not doubled', async ({ db }) => {
  await saveVatRates(db, FRANCE)
  await saveVatRates(db, [
    { country: 'FR', vatClass: 'standard', validFrom: '2014-01-01', rateBasisPoints: 2100 },
  ])

  expect(await vatRateFor(db, { place: 'FR', vatClass: 'standard' })).toBe(2100)
})
