import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PriceFacts, unitPrice } from './unit-price'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const facts = (sale: Partial<PriceFacts> = {}): PriceFacts => ({
  baseCents: 5000,
  saleCents: null,
  saleFrom: null,
  saleUntil: null,
  tierCents: null,
  levelCents: null,
  ...sale,
})

test('without a sale the base price is paid', () => {
  expect(unitPrice(facts(), { now: at(10) })).toEqual({
    unitCents: 5000,
    baseUnitCents: 5000,
    applied: 'base',
  })
})

describe('a sale', () => {
  const sale = facts({ saleCents: 4000, saleFrom: at(10), saleUntil: at(20) })

  test('holds from its first moment until just before its last', () => {
    expect(unitPrice(sale, { now: at(10) }).unitCents).toBe(4000)
    expect(unitPrice(sale, { now: new Date(at(20).getTime() - 1) }).unitCents).toBe(4000)
  })

  test('does not hold before it begins nor from its last moment on', () => {
    expect(unitPrice(sale, { now: new Date(at(10).getTime() - 1) }).unitCents).toBe(5000)
    expect(unitPrice(sale, { now: at(20) }).unitCents).toBe(5000)
  })

  test('without an end holds on', () => {
    expect(unitPrice({ ...sale, saleUntil: null }, { now: at(28) })).toEqual({
      unitCents: 4000,
      baseUnitCents: 5000,
      applied: 'sale',
    })
  })
})

test('the lowest price that holds is paid, and named', () => {
  const all = facts({
    saleCents: 4000,
    saleFrom: at(10),
    saleUntil: at(20),
    tierCents: 3900,
    levelCents: 3800,
  })

  expect(unitPrice(all, { now: at(10) })).toMatchObject({ unitCents: 3800, applied: 'level' })
  expect(unitPrice({ ...all, levelCents: null }, { now: at(10) })).toMatchObject({ applied: 'tier' })
  expect(unitPrice({ ...all, levelCents: 4000, tierCents: 4000 }, { now: at(10) })).toMatchObject({
    unitCents: 4000,
    applied: 'sale',
  })
  expect(unitPrice(facts({ tierCents: 5000, levelCents: 6000 }), { now: at(10) })).toMatchObject({
    unitCents: 5000,
    applied: 'base',
  })
})

const cents = fc.integer({ min: 1, max: 10_000_000 })
const time = fc.date({ min: at(1), max: at(28), noInvalidDate: true })
const anyFacts = fc.record({
  baseCents: cents,
  saleCents: fc.option(cents),
  saleFrom: fc.option(time),
  saleUntil: fc.option(time),
  tierCents: fc.option(cents),
  levelCents: fc.option(cents),
})

test('nobody ever pays more than the base price, nor a price that is not on the label', () => {
  fc.assert(
    fc.property(anyFacts, time, (anything, now) => {
      const price = unitPrice(anything, { now })
      expect(price.unitCents).toBeLessThanOrEqual(price.baseUnitCents)
      const { baseCents, saleCents, tierCents, levelCents } = anything
      const named = { base: baseCents, sale: saleCents, tier: tierCents, level: levelCents }
      expect(price.unitCents).toBe(named[price.applied])
      expect(price.applied === 'base').toBe(price.unitCents === price.baseUnitCents)
    }),
  )
})

test('the answer depends on nothing but the facts and the time', () => {
  fc.assert(
    fc.property(anyFacts, time, (anything, now) => {
      expect(unitPrice(anything, { now })).toEqual(unitPrice({ ...anything }, { now: new Date(now) }))
    }),
  )
})
