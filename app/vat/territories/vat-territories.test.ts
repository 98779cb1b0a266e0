import { vatRatePlan } from '../../../demo/vat-rates'
import { expect, test } from '../../../tests/shop-test'
import { saveVatRates } from '../save-vat-rates.server'
import { listVatRates, vatRateFor } from '../vat-queries.server'

test.for([
  ['FR', 2000, 'France, Corsica included'],
  ['MC', 2000, 'as France, by article 7'],
  ['GP', 850, 'French overseas departments have rates of their own'],
  ['MQ', 850, ''],
  ['RE', 850, ''],
  ['GF', 0, 'VAT is not applied there (CGI art. 294)'],
  ['YT', 0, ''],
  ['BL', 0, ''],
  ['MF', 0, ''],
  ['PM', 0, ''],
  ['NC', 0, ''],
  ['PF', 0, ''],
  ['WF', 0, ''],
  ['TF', 0, ''],
  ['ES', 2100, ''],
  ['ES-CN', 0, 'article 6 (1)'],
  ['ES-CE', 0, 'article 6 (2)'],
  ['ES-ML', 0, 'article 6 (2)'],
  ['PT', 2300, ''],
  ['PT-30', 2200, 'Madeira'],
  ['PT-20', 1600, 'Azores'],
  ['IT', 2200, ''],
  ['IT-LIVIGNO', 0, 'article 6 (2)'],
  ['IT-CAMPIONE', 0, 'article 6 (1), since 2020'],
  ['SM', 0, ''],
  ['VA', 0, ''],
  ['DE', 1900, ''],
  ['DE-HELGOLAND', 0, 'article 6 (2)'],
  ['DE-BUESINGEN', 0, 'article 6 (2)'],
  ['AT', 2000, ''],
  ['AT-JM', 1900, 'article 104'],
  ['GR', 2400, ''],
  ['GR-69', 0, 'article 6 (1)'],
  ['FI', 2550, ''],
  ['AX', 0, 'article 6 (1)'],
  ['DK', 2500, ''],
  ['FO', 0, ''],
  ['GL', 0, ''],
  ['NO', 0, ''],
  ['SJ', 0, ''],
  ['CH', 0, ''],
  ['LI', 0, ''],
  ['AD', 0, ''],
  ['GB', 0, ''],
  ['GB-NIR', 2000, 'no third country for goods: the British rate'],
  ['IM', 0, 'as Great Britain'],
  ['JE', 0, ''],
  ['GG', 0, ''],
  ['GI', 0, ''],
  ['US', 0, ''],
] as const)('goods sent to %s bear %i hundredths of a percent %s', async ([place, standard], { db }) => {
  await saveVatRates(db, vatRatePlan)

  const at = new Date('2026-11-26T12:00:00Z')
  expect(await vatRateFor(db, { place, vatClass: 'standard', at })).toBe(standard)
})

test('reduced rates of the islands are theirs, too', async ({ db }) => {
  await saveVatRates(db, vatRatePlan)

  expect(await vatRateFor(db, { place: 'PT-30', vatClass: 'reduced', at: new Date('2026-11-26') })).toBe(400)
  expect(await vatRateFor(db, { place: 'PT-30', vatClass: 'reduced', at: new Date('2024-09-30') })).toBe(500)
  expect(await vatRateFor(db, { place: 'AT-JM', vatClass: 'reduced', at: new Date('2026-11-26') })).toBe(1000)
})

test('a territory inside the Union without rates noted is taxed like its country, never less', async ({
  db,
}) => {
  const country = { vatClass: 'standard', validFrom: '2014-01-01' } as const
  await saveVatRates(db, [
    { ...country, country: 'FR', rateBasisPoints: 2000 },
    { ...country, country: 'PT', rateBasisPoints: 2300 },
  ])

  const standardOf = async (place: string) => (await listVatRates(db, { place })).standard
  expect(await standardOf('PT-20')).toBe(2300)
  expect(await standardOf('AT-JM'), 'Austria’s are not noted either').toBe(2000)
  expect(await standardOf('GB-NIR')).toBe(2000)
  expect(await standardOf('IM'), 'nor are the British').toBe(0)
})

test('what the shop has noted for a place outside holds there', async ({ db }) => {
  await saveVatRates(db, [
    { country: 'GB', vatClass: 'standard', validFrom: '2021-01-01', rateBasisPoints: 2000 },
  ])

  expect(await vatRateFor(db, { place: 'GB', vatClass: 'standard' })).toBe(2000)
  expect(await vatRateFor(db, { place: 'IM', vatClass: 'standard' })).toBe(2000)
  expect(await vatRateFor(db, { place: 'JE', vatClass: 'standard' })).toBe(0)
})
