import { expect, test } from 'vitest'
import { type FitmentCondition, fitOf, type KnownFacts } from './fit-of'
import { NOTHING_ASKED } from './fitment-conditions.server'

const built = (from: string | null, until: string | null) => ({ builtFrom: from, builtUntil: until })
const chassis = (from: string | null, until: string | null) => ({ chassisFrom: from, chassisUntil: until })

/** One condition, one known fact, the answer. */
const truth: [Partial<FitmentCondition>, KnownFacts, 'fits' | 'check' | 'does-not-fit'][] = [
  [{}, {}, 'fits'],

  [{ axle: 'front' }, {}, 'check'],
  [{ axle: 'front' }, { axle: 'front' }, 'fits'],
  [{ axle: 'front' }, { axle: 'rear' }, 'does-not-fit'],
  [{ axle: 'rear' }, { axle: 'front' }, 'does-not-fit'],

  [{ side: 'left' }, {}, 'check'],
  [{ side: 'left' }, { side: 'left' }, 'fits'],
  [{ side: 'left' }, { side: 'right' }, 'does-not-fit'],
  [{ side: 'left' }, { axle: 'front' }, 'check'],

  [built('2006-03-15', null), {}, 'check'],
  [built('2006-03-15', null), { built: '2006-03-15' }, 'fits'],
  [built('2006-03-15', null), { built: '2006-03-14' }, 'does-not-fit'],
  [built('2006-03-15', null), { built: '2006-04' }, 'fits'],
  [built('2006-03-15', null), { built: '2006-03' }, 'check'],
  [built('2006-03-01', null), { built: '2006-03' }, 'fits'],
  [built('2006-03-15', null), { built: '2006-02' }, 'does-not-fit'],
  [built(null, '2009-06-30'), { built: '2009-06-30' }, 'fits'],
  [built(null, '2009-06-30'), { built: '2009-07' }, 'does-not-fit'],
  [built('2006-03-01', '2009-06-30'), { built: '2007-01' }, 'fits'],
  [built('2006-03-01', '2009-06-30'), { built: '2010-01-01' }, 'does-not-fit'],
  [built('2006-03-01', '2009-06-30'), { built: null }, 'check'],

  [chassis('0340001', null), {}, 'check'],
  [chassis('0340001', null), { chassis: 'VF1BR0H0H40340001' }, 'fits'],
  [chassis('0340001', null), { chassis: 'vf1 br0h 0h4 0340000' }, 'does-not-fit'],
  [chassis('0340001', null), { chassis: '340001' }, 'check'],
  [chassis(null, '0340000'), { chassis: 'VF1BR0H0H40340000' }, 'fits'],
  [chassis(null, '0340000'), { chassis: 'VF1BR0H0H40340001' }, 'does-not-fit'],
  [chassis('0200000', '0340000'), { chassis: 'VF1BR0H0H40250000' }, 'fits'],
  [chassis('0200000', '0340000'), { chassis: 'VF1BR0H0H40150000' }, 'does-not-fit'],

  [{ airConditioning: true }, {}, 'check'],
  [{ airConditioning: true }, { airConditioning: true }, 'fits'],
  [{ airConditioning: true }, { airConditioning: false }, 'does-not-fit'],
  [{ airConditioning: false }, { airConditioning: null }, 'check'],
  [{ airConditioning: false }, { airConditioning: false }, 'fits'],
  [{ airConditioning: false }, { airConditioning: true }, 'does-not-fit'],

  [{ axle: 'front', airConditioning: true }, { axle: 'front' }, 'check'],
  [{ axle: 'front', airConditioning: true }, { axle: 'rear' }, 'does-not-fit'],
  [{ axle: 'front', airConditioning: true }, { axle: 'front', airConditioning: true }, 'fits'],
]

test.for(truth)('a part that asks %j of a vehicle known as %j: %s', ([condition, known, answer]) => {
  expect(fitOf([{ ...NOTHING_ASKED, ...condition }], known).fit).toBe(answer)
})

test('a part without any fitment to the type does not fit, whatever is known', () => {
  expect(fitOf([], { axle: 'front', built: '2006-03' })).toEqual({ fit: 'does-not-fit', reasons: [] })
})

test('a fitment without conditions fits', () => {
  expect(fitOf([null])).toEqual({ fit: 'fits', reasons: [] })
})

test('"check this first" names every unknown fact and what the part asks of it', () => {
  const condition = {
    ...NOTHING_ASKED,
    side: 'left' as const,
    ...built('2006-03-01', null),
    airConditioning: true,
  }

  expect(fitOf([condition], { side: 'left' })).toEqual({
    fit: 'check',
    reasons: [
      { fact: 'built', from: '2006-03-01', until: null },
      { fact: 'airConditioning', wanted: true },
    ],
  })
})

test('"does not fit" names the contradicted facts alone', () => {
  const condition = { ...NOTHING_ASKED, side: 'left' as const, airConditioning: true }

  expect(fitOf([condition], { side: 'right' })).toEqual({
    fit: 'does-not-fit',
    reasons: [{ fact: 'side', wanted: 'left' }],
  })
})

test('the best of several fitments counts: fits, then check, then does not fit', () => {
  const withAir = { ...NOTHING_ASKED, airConditioning: true }
  const early = { ...NOTHING_ASKED, ...built(null, '2006-02-28') }

  expect(fitOf([withAir, null], { airConditioning: false }).fit).toBe('fits')
  expect(fitOf([withAir, early], { airConditioning: false }).fit).toBe('check')
  expect(fitOf([withAir, early], { airConditioning: false, built: '2008-01' }).fit).toBe('does-not-fit')
  expect(fitOf([early, withAir], { airConditioning: true }).fit).toBe('fits')
})

test('of several that need checking, the one with the fewest questions is asked', () => {
  const strict = { ...NOTHING_ASKED, side: 'left' as const, airConditioning: true }
  const easy = { ...NOTHING_ASKED, ...chassis('0340001', null) }

  expect(fitOf([strict, easy]).reasons).toEqual([{ fact: 'chassis', from: '0340001', until: null }])
})
