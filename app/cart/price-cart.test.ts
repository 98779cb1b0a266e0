import fc from 'fast-check'
import { saveDelivery } from '~/delivery/save-delivery.server'
import type { Database } from '~/platform/db.server'
import { setLevelPrices } from '~/pricing/set-level-prices.server'
import { setTiers } from '~/pricing/set-tiers.server'
import { startSale } from '~/pricing/start-sale.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { saveVatRates } from '~/vat/save-vat-rates.server'
import { splitVat } from '~/vat/split-vat'
import { aProduct, aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { type PricedCart, priceCart } from './price-cart.server'

const both = (text: string) => ({ fr: text, en: text })

async function aDelivery(db: Database, { freeFromCents }: { freeFromCents?: number } = {}) {
  const method = (code: string, priceCents: number) => ({
    code,
    kind: 'home' as const,
    carrier: 'Colissimo',
    name: both(code),
    description: both(code),
    offers: [
      {
        zone: 'france',
        minDays: 2,
        maxDays: 3,
        freeFromCents,
        rates: [[5000, priceCents] as [number, number]],
      },
    ],
  })
  await saveDelivery(db, {
    zones: [{ code: 'france', name: both('France'), countries: ['FR'] }],
    methods: [method('express', 1200), method('home', 600)],
  })
  await saveVatRates(db, [
    { country: 'FR', vatClass: 'standard', validFrom: '2014-01-01', rateBasisPoints: 2000 },
    { country: 'FR', vatClass: 'reduced', validFrom: '2014-01-01', rateBasisPoints: 550 },
  ])
}

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

function expectToAddUp(cart: PricedCart) {
  expect(cart.itemsCents).toBe(sum(cart.lines.map((line) => line.unitCents * line.quantity)))
  expect(cart.discountCents).toBe(sum(cart.lines.map((line) => line.discountCents)))
  expect(cart.totalCents).toBe(
    sum(cart.lines.map((line) => line.totalCents)) + (cart.delivery?.priceCents ?? 0),
  )
  expect(sum(cart.vat.map((part) => part.totalCents))).toBe(cart.totalCents)
  expect(sum(cart.vat.map((part) => part.vatCents))).toBe(
    sum(cart.lines.map((line) => line.vatCents)) + (cart.delivery?.vatCents ?? 0),
  )
  for (const line of cart.lines) {
    expect(line.unitCents).toBeLessThanOrEqual(line.reduction?.beforeCents ?? line.unitCents)
    const { vatCents } = splitVat(line.totalCents, line.vatBasisPoints)
    expect(
      Math.abs(line.vatCents - vatCents),
      'a cent may be carried on from line to line',
    ).toBeLessThanOrEqual(1)
    expect(line.totalCents).toBe(line.unitCents * line.quantity - line.discountCents)
    expect(line.totalCents).toBeGreaterThanOrEqual(0)
  }
}

test('a cart costs its lines, less the discount, plus the cheapest delivery', async ({ db }) => {
  await aDelivery(db)
  await createPromoCode(db, { code: 'TEN', kind: 'percentage', value: 1000 })
  const mug = await aVariant(db, { priceCents: 1250 })

  const cart = await priceCart(db, {
    lines: [{ variantId: mug.id, quantity: 2 }],
    country: 'FR',
    promoCode: 'ten',
    language: 'fr',
  })

  expect(cart).toMatchObject({
    itemsCents: 2500,
    discountCents: 250,
    delivery: { method: 'home', priceCents: 600, vatBasisPoints: 2000, vatCents: 100 },
    totalCents: 2850,
    promo: { code: 'TEN' },
    vat: [{ vatBasisPoints: 2000, totalCents: 2850, vatCents: 475, netCents: 2375 }],
  })
})

test('the method asked for is priced; one that does not go there is null', async ({ db }) => {
  await aDelivery(db)
  const mug = await aVariant(db, { priceCents: 1250 })
  const price = (country: string, deliveryMethod?: string) =>
    priceCart(db, { lines: [{ variantId: mug.id, quantity: 1 }], country, deliveryMethod, language: 'fr' })

  expect((await price('FR', 'express')).totalCents).toBe(2450)
  expect((await price('FR', 'pigeon')).delivery).toBeNull()
  expect((await price('US')).delivery).toBeNull()
})

test('free delivery is measured on what is paid for the goods', async ({ db }) => {
  await aDelivery(db, { freeFromCents: 5000 })
  await createPromoCode(db, { code: 'ONE', kind: 'amount', value: 1 })
  const mug = await aVariant(db, { priceCents: 5000 })
  const price = (promoCode?: string) =>
    priceCart(db, { lines: [{ variantId: mug.id, quantity: 1 }], country: 'FR', promoCode, language: 'fr' })

  expect((await price()).delivery?.priceCents).toBe(0)
  expect((await price('ONE')).delivery?.priceCents).toBe(600)
})

test('a code that no longer holds is left out, with its reason', async ({ db }) => {
  await aDelivery(db)
  await createPromoCode(db, { code: 'BIG', kind: 'amount', value: 500, minimumCents: 5000 })
  const mug = await aVariant(db, { priceCents: 4999 })

  const cart = await priceCart(db, {
    lines: [{ variantId: mug.id, quantity: 1 }],
    country: 'FR',
    promoCode: 'BIG',
    language: 'fr',
  })

  expect(cart).toMatchObject({
    discountCents: 0,
    promo: null,
    promoRefusal: { reason: 'below-minimum', minimumCents: 5000 },
  })
})

test('free shipping frees the method chosen', async ({ db }) => {
  await aDelivery(db)
  await createPromoCode(db, { code: 'SHIP', kind: 'free-shipping', value: null })
  const mug = await aVariant(db, { priceCents: 1000 })

  const cart = await priceCart(db, {
    lines: [{ variantId: mug.id, quantity: 1 }],
    country: 'FR',
    promoCode: 'SHIP',
    deliveryMethod: 'express',
    language: 'fr',
  })

  expect(cart).toMatchObject({ totalCents: 1000, delivery: { priceCents: 0, vatCents: 0 } })
})

test('what is sold no longer, or has no price, is named and costs nothing', async ({ db }) => {
  await aDelivery(db)
  const archived = await aProduct(db, { status: 'archived' })
  const [mug, old] = [await aVariant(db), await aVariant(db, { productId: archived.id })]

  const cart = await priceCart(db, {
    lines: [mug.id, old.id, 2_000_000_000].map((variantId) => ({ variantId, quantity: 1 })),
    country: 'FR',
    language: 'fr',
  })

  expect(cart.lines.map((line) => line.variantId)).toEqual([mug.id])
  expect(cart.unsold).toEqual([old.id, 2_000_000_000])
})

test('an empty cart costs nothing, delivery neither', async ({ db }) => {
  await aDelivery(db)

  expect(await priceCart(db, { lines: [], country: 'FR', promoCode: 'TEN', language: 'fr' })).toMatchObject({
    totalCents: 0,
    delivery: null,
    promoRefusal: null,
    vat: [],
  })
})

test('a line is priced by its quantity and by the level of who buys', async ({ db }) => {
  await aDelivery(db)
  const mug = await aVariant(db, { priceCents: 1000 })
  await setTiers(db, { variantId: mug.id, tiers: [{ fromQuantity: 4, unitCents: 950 }] })
  await setLevelPrices(db, { variantId: mug.id, prices: [{ level: 4, unitCents: 900 }] })
  const lineOf = async (quantity: number, level?: number) => {
    const lines = [{ variantId: mug.id, quantity }]
    return (await priceCart(db, { lines, country: 'FR', level, language: 'fr' })).lines[0]
  }
  const reduction = { beforeCents: 1000, isAnnounced: false }

  expect(await lineOf(3)).toMatchObject({ unitCents: 1000, grossCents: 3000, reduction: null })
  expect(await lineOf(4)).toMatchObject({ unitCents: 950, grossCents: 3800, reduction })
  expect(await lineOf(4, 5)).toMatchObject({ unitCents: 900, grossCents: 3600, reduction })
})

/** Goods with prices by quantity, by level and in a sale; the ids of their variants. */
async function goods(db: Database, now: Date): Promise<number[]> {
  const ids: number[] = []
  for (const priceCents of [1, 99, 333, 1999, 12_345]) {
    const { id: variantId } = await aVariant(db, { priceCents, weightGrams: 30 })
    ids.push(variantId)
    if (priceCents < 99) continue
    const share = (percent: number) => Math.floor((priceCents * percent) / 100)
    await setTiers(db, {
      variantId,
      tiers: [
        { fromQuantity: 3, unitCents: share(93) },
        { fromQuantity: 20, unitCents: share(77) },
      ],
    })
    await setLevelPrices(db, { variantId, prices: [{ level: 5, unitCents: share(85) }] })
    if (priceCents % 2 === 1) await startSale(db, { variantId, cents: share(81), now })
  }
  return ids
}

test('whatever is in the cart, whoever buys it and by whatever code and rate, the total is the sum of what is shown', async ({
  db,
}) => {
  await aDelivery(db, { freeFromCents: 20_000 })
  const codes = [
    await createPromoCode(db, { code: 'PERCENT', kind: 'percentage', value: 3333 }),
    await createPromoCode(db, { code: 'ALL', kind: 'percentage', value: 10_000 }),
    await createPromoCode(db, { code: 'AMOUNT', kind: 'amount', value: 1999 }),
    await createPromoCode(db, { code: 'SHIP', kind: 'free-shipping', value: null }),
  ]
  expect(codes.every((code) => code.ok)).toBe(true)
  const now = new Date()
  const ids = await goods(db, now)

  const line = fc.record({ variantId: fc.constantFrom(...ids), quantity: fc.integer({ min: 1, max: 100 }) })
  const basket = fc.record({
    lines: fc.uniqueArray(line, { minLength: 1, maxLength: 5, selector: (one) => one.variantId }),
    promoCode: fc.constantFrom(null, 'PERCENT', 'ALL', 'AMOUNT', 'SHIP'),
    country: fc.constantFrom('FR', 'US'),
    level: fc.constantFrom(null, 1, 4, 5, 6, 9),
  })
  await fc.assert(
    fc.asyncProperty(basket, fc.integer({ min: 0, max: 2700 }), async (cart, rateBasisPoints) => {
      await saveVatRates(db, [
        { country: 'FR', vatClass: 'standard', validFrom: '2014-01-01', rateBasisPoints },
      ])
      const priced = await priceCart(db, { ...cart, language: 'en', now })
      expectToAddUp(priced)
      const rate = cart.country === 'FR' ? rateBasisPoints : 0
      expect(priced.lines.every((one) => one.vatBasisPoints === rate)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
