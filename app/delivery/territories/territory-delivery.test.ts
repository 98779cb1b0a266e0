import type { Database } from '~/platform/db.server'
import { deliveryPlan } from '../../../demo/delivery'
import { expect, test } from '../../../tests/shop-test'
import {
  findPickupPoint,
  isServed,
  listDeliveryOffers,
  listPickupPoints,
  listServedCountries,
} from '../delivery-queries.server'
import { saveDelivery } from '../save-delivery.server'

const parcel = { weightGrams: 900, itemsCents: 2_000, language: 'en' } as const
const homePrice = async (db: Database, place: string) =>
  (await listDeliveryOffers(db, { ...parcel, place })).find(({ method }) => method === 'home')?.priceCents

test.for([
  ['FR', 790, 'mainland, Corsica included'],
  ['MC', 790, ''],
  ['AD', 790, ''],
  ['GP', 1890, 'overseas'],
  ['BL', 1890, ''],
  ['MF', 1890, ''],
  ['ES', 1390, 'Europe, the Balearic Islands included'],
  ['PT-20', 1390, 'like Portugal'],
  ['PT-30', 1390, ''],
  ['AT-JM', 1390, 'like Austria'],
  ['GB-NIR', 1390, 'like Great Britain'],
  ['IM', 1390, ''],
  ['LI', 1390, 'like Switzerland'],
] as const)('a parcel to %s costs %i cents %s', async ([place, cents], { db }) => {
  await saveDelivery(db, deliveryPlan)

  expect(await homePrice(db, place)).toBe(cents)
  expect(await isServed(db, place)).toBe(true)
})

test.for([
  ...['ES-CN', 'ES-CE', 'ES-ML', 'IT-LIVIGNO', 'IT-CAMPIONE', 'SM', 'VA', 'DE-HELGOLAND', 'DE-BUESINGEN'],
  ...['GR-69', 'AX', 'FO', 'GL', 'SJ', 'JE', 'GG', 'GI', 'TF', 'US'],
])('nothing is sent to %s unless a zone names it', async (place, { db }) => {
  await saveDelivery(db, deliveryPlan)
  expect(await isServed(db, place)).toBe(false)

  const [first, europe, ...others] = deliveryPlan.zones
  if (!first || !europe) throw new Error('The plan has no zones')
  const wider = { ...europe, countries: [...europe.countries, place] }
  await saveDelivery(db, { ...deliveryPlan, zones: [first, wider, ...others] })
  expect(await homePrice(db, place)).toBe(1390)
})

test('a zone of its own goes before the country that a place travels like', async ({ db }) => {
  const islands = { code: 'islands', name: { fr: 'Îles', en: 'Islands' }, countries: ['PT-20'] }
  await saveDelivery(db, { ...deliveryPlan, zones: [...deliveryPlan.zones, islands] })

  expect(await isServed(db, 'PT-20'), 'no method goes to that zone').toBe(false)
  expect(await isServed(db, 'PT-30')).toBe(true)
})

test('countries are offered, parts of countries are not', async ({ db }) => {
  const [first, ...others] = deliveryPlan.zones
  if (!first) throw new Error('The plan has no zones')
  const wider = { ...first, countries: [...first.countries, 'ES-CN', 'AX'] }
  await saveDelivery(db, { ...deliveryPlan, zones: [wider, ...others] })

  const countries = await listServedCountries(db)
  expect(countries).toContain('AX')
  expect(countries).not.toContain('ES-CN')
  expect(countries, 'though no zone names it').toContain('IM')
})

test('a parcel is collected in the place whose price and taxes were paid', async ({ db }) => {
  const point = (code: string, postcode: string) => ({
    ...{ code, postcode, methodCode: 'pickup', name: code, street: '1 calle Mayor', city: '', country: 'ES' },
  })
  const points = [point('MADRID', '28001'), point('TENERIFE', '38001')]
  await saveDelivery(db, { ...deliveryPlan, pickupPoints: points })
  const near = { country: 'ES', postcode: '28013' }

  const offered = await listPickupPoints(db, { method: 'pickup', near })
  expect(offered.map(({ code }) => code)).toEqual(['MADRID'])
  expect(await findPickupPoint(db, { code: 'TENERIFE', method: 'pickup', near })).toBeNull()
})
