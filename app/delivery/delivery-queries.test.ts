import { openCache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { expect, test } from '../../tests/shop-test'
import { countryChoices } from './country-names'
import {
  estimateDelivery,
  findDeliveryOffer,
  findPickupPoint,
  isServed,
  listDeliveryOffers,
  listPickupPoints,
  listServedCountries,
} from './delivery-queries.server'
import { type DeliveryPlan, saveDelivery } from './save-delivery.server'

const both = (text: string) => ({ fr: `${text} (fr)`, en: `${text} (en)` })
const point = (code: string, postcode: string, methodCode = 'relay') => ({
  code,
  methodCode,
  name: `Tabac ${code}`,
  street: '1 rue du Lac',
  postcode,
  city: 'Lyon',
  country: 'FR',
})

const PLAN: DeliveryPlan = {
  zones: [
    { code: 'france', name: both('France'), countries: ['FR', 'MC'] },
    { code: 'europe', name: both('Europe'), countries: ['DE'] },
    { code: 'nowhere', name: both('Nowhere'), countries: ['AQ'] },
  ],
  methods: [
    {
      code: 'home',
      kind: 'home',
      carrier: 'Colissimo',
      name: both('Home'),
      description: both('At your door'),
      offers: [
        {
          zone: 'france',
          minDays: 2,
          maxDays: 3,
          freeFromCents: 8000,
          rates: [
            [1000, 690],
            [30_000, 1490],
          ],
        },
        { zone: 'europe', minDays: 4, maxDays: 7, rates: [[5000, 1690]] },
      ],
    },
    {
      code: 'relay',
      kind: 'pickup',
      carrier: 'Relais',
      name: both('Relay'),
      description: both('In a shop'),
      offers: [{ zone: 'france', minDays: 3, maxDays: 5, rates: [[20_000, 450]] }],
    },
  ],
  pickupPoints: [
    point('P1', '75001'),
    point('P2', '69005'),
    point('P3', '69100'),
    point('X1', '69005', 'home'),
  ],
}

const parcel = { place: 'FR', weightGrams: 1000, itemsCents: 5000, language: 'fr' } as const
const methodsOf = async (
  db: Database,
  change: Partial<typeof parcel | { place: string; weightGrams: number }>,
) => (await listDeliveryOffers(db, { ...parcel, ...change })).map((offer) => [offer.method, offer.priceCents])

test('the weight chooses the bracket; its limit still belongs to it', async ({ db }) => {
  await saveDelivery(db, PLAN)

  expect(await methodsOf(db, { weightGrams: 0 })).toEqual([
    ['relay', 450],
    ['home', 690],
  ])
  expect(await methodsOf(db, { weightGrams: 1000 })).toEqual([
    ['relay', 450],
    ['home', 690],
  ])
  expect(await methodsOf(db, { weightGrams: 1001 })).toEqual([
    ['relay', 450],
    ['home', 1490],
  ])
})

test('a parcel heavier than the last bracket does not travel that way', async ({ db }) => {
  await saveDelivery(db, PLAN)

  expect(await methodsOf(db, { weightGrams: 20_001 })).toEqual([['home', 1490]])
  expect(await methodsOf(db, { weightGrams: 30_001 })).toEqual([])
})

test('delivery is free from the threshold on, and then comes first', async ({ db }) => {
  await saveDelivery(db, PLAN)

  expect(await findDeliveryOffer(db, { ...parcel, method: 'home', itemsCents: 7999 })).toMatchObject({
    priceCents: 690,
  })
  expect((await listDeliveryOffers(db, { ...parcel, itemsCents: 8000 }))[0]).toMatchObject({
    method: 'home',
    priceCents: 0,
    fullPriceCents: 690,
    freeFromCents: 8000,
  })
})

test('a method of another zone, and a country nobody goes to, are not offered', async ({ db }) => {
  await saveDelivery(db, PLAN)

  expect(await findDeliveryOffer(db, { ...parcel, place: 'DE', method: 'relay' })).toBeNull()
  expect(await methodsOf(db, { place: 'AQ' })).toEqual([])
  expect(await methodsOf(db, { place: 'US' })).toEqual([])
  expect([await isServed(db, 'MC'), await isServed(db, 'AQ'), await isServed(db, 'US')]).toEqual([
    true,
    false,
    false,
  ])
  expect(await listServedCountries(db)).toEqual(['DE', 'FR', 'MC'])
})

test('an offer is worded in the language of the page', async ({ db }) => {
  await saveDelivery(db, PLAN)

  expect(await findDeliveryOffer(db, { ...parcel, method: 'home', language: 'en' })).toMatchObject({
    name: 'Home (en)',
    description: 'At your door (en)',
    needsPickupPoint: false,
  })
})

test('the estimate is the cheapest offer with the days it may arrive', async ({ db }) => {
  await saveDelivery(db, PLAN)
  const now = new Date('2026-11-20T10:00:00Z')

  const estimate = await estimateDelivery({ db, cache: openCache(undefined) }, { ...parcel, now })

  expect(estimate).toMatchObject({ priceCents: 450, name: 'Relay (fr)' })
  expect(estimate?.earliest.toISOString()).toContain('2026-11-25')
  expect(estimate?.latest.toISOString()).toContain('2026-11-27')
  expect(await estimateDelivery({ db, cache: openCache(undefined) }, { ...parcel, place: 'US' })).toBeNull()
})

test('pickup points near the postcode come first; one of another carrier is none', async ({ db }) => {
  await saveDelivery(db, PLAN)

  const near = await listPickupPoints(db, { method: 'relay', near: { country: 'FR', postcode: '69005' } })
  expect(near.map((one) => one.code)).toEqual(['P2', 'P3', 'P1'])
  expect(await findPickupPoint(db, { code: 'P1', method: 'relay', near: { country: 'FR' } })).toMatchObject({
    code: 'P1',
  })
  expect(await findPickupPoint(db, { code: 'X1', method: 'relay', near: { country: 'FR' } })).toBeNull()
  expect(await findPickupPoint(db, { code: 'P1', method: 'relay', near: { country: 'DE' } })).toBeNull()
})

test('a new plan replaces the old one as a whole', async ({ db }) => {
  await saveDelivery(db, PLAN)
  await saveDelivery(db, { ...PLAN, methods: PLAN.methods.slice(1), pickupPoints: [] })

  expect(await methodsOf(db, {})).toEqual([['relay', 450]])
  expect(await listPickupPoints(db, { method: 'relay', near: { country: 'FR' } })).toEqual([])
})

test('countries are named in the language of the page, the shop’s own first', () => {
  expect(countryChoices(['DE', 'FR', 'ES'], 'fr')).toEqual([
    { value: 'FR', label: 'France' },
    { value: 'DE', label: 'Allemagne' },
    { value: 'ES', label: 'Espagne' },
  ])
})
