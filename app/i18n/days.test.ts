import { afterEach, describe, expect, test, vi } from 'vitest'
import { dayOf, endOfDay, readDay, readInstant, startOfDay } from './days'
import { formatDate } from './format'

afterEach(() => vi.unstubAllEnvs())
const inZone = (zone: string) => vi.stubEnv('SHOP_TIME_ZONE', zone)
const hoursOf = (day: string) => (endOfDay(day).getTime() - startOfDay(day).getTime()) / 3_600_000

describe('a bare day is a whole day in the shop', () => {
  test.each([
    ['2026-11-25', '2026-11-24T23:00:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['25/11/2026', '2026-11-24T23:00:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['5.7.2026', '2026-07-04T22:00:00.000Z', '2026-07-05T22:00:00.000Z'],
  ])('%s', (typed, from, until) => {
    expect(readInstant(typed, 'from')?.toISOString()).toBe(from)
    expect(readInstant(typed, 'until')?.toISOString()).toBe(until)
  })

  test('also on the days when the clocks change', () => {
    expect([hoursOf('2026-03-29'), hoursOf('2026-10-25'), hoursOf('2026-10-26')]).toEqual([23, 25, 24])
    expect(readInstant('2026-03-29', 'until')?.toISOString()).toBe('2026-03-29T22:00:00.000Z')
    expect(readInstant('2026-10-25', 'until')?.toISOString()).toBe('2026-10-25T23:00:00.000Z')
  })

  test('also at the end of a year, and on a day that is there every fourth', () => {
    expect(endOfDay('2026-12-31')).toEqual(startOfDay('2027-01-01'))
    expect(endOfDay('2028-02-28')).toEqual(startOfDay('2028-02-29'))
  })

  test('in whatever zone the shop is, though midnight be left out there', () => {
    inZone('Indian/Reunion')
    expect(readInstant('2026-11-25', 'until')?.toISOString()).toBe('2026-11-25T20:00:00.000Z')
    expect(formatDate('2026-11-25T20:30:00Z', 'fr')).toBe('26 novembre 2026')

    inZone('Asia/Beirut')
    expect(startOfDay('2026-03-29').toISOString(), 'it begins at one').toBe('2026-03-28T22:00:00.000Z')
    expect(hoursOf('2026-03-29')).toBe(23)
  })
})

describe('a moment', () => {
  test.each([
    ['2026-11-20T08:00:00Z', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T08:00:00+0100', '2026-11-20T07:00:00.000Z'],
    ['2026-11-20T08:00:00.123456+01:00', '2026-11-20T07:00:00.123Z'],
    ['2026-11-20 08:00', '2026-11-20T07:00:00.000Z'],
    ['20/11/2026 08:00', '2026-11-20T07:00:00.000Z'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
  ])('%s is one, whichever end it is', (typed, moment) => {
    expect(readInstant(typed, 'from')?.toISOString()).toBe(moment)
    expect(readInstant(typed, 'until')?.toISOString()).toBe(moment)
  })

  test.each([
    ['2026-02-30'],
    ['2026-02-30T08:00:00Z'],
    ['31/31/2026'],
    ['2026-11-20T24:00'],
    ['2026-11-20T08:61'],
    ['26-11-20'],
    ['tomorrow'],
    [''],
    ['2026-11-20T08:00[Asia/Tokyo]'],
  ])('%s is none', (typed) => {
    expect(readInstant(typed, 'from')).toBeNull()
    expect(readDay(typed)).toBeNull()
  })
})

test('a day with a time is the day it is in the shop then', () => {
  expect(readDay('01/03/2006')).toBe('2006-03-01')
  expect(readDay('2006-03-01 00:00:00')).toBe('2006-03-01')
  expect(readDay('2026-11-25T23:30:00Z')).toBe('2026-11-26')
  expect(dayOf(new Date('2026-06-14T22:30:00Z'))).toBe('2026-06-15')
})
