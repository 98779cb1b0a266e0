import { expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay } from './working-days'

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const dated = (time: Date) => time.toISOString().slice(0, 10)

test('a parcel sent on Friday for two days arrives on Tuesday', () => {
  expect(dated(addWorkingDays(day('2026-11-20'), 2))).toBe('2026-11-24')
})

test('holidays do not count', () => {
  expect(dated(addWorkingDays(day('2026-12-24'), 1)), 'Christmas, then a weekend').toBe('2026-12-28')
  expect(dated(addWorkingDays(day('2026-05-07'), 1)), '8 May is a Friday').toBe('2026-05-11')
})

test('days that move with Easter are known', () => {
  for (const holiday of ['2024-04-01', '2025-04-21', '2026-04-06', '2026-05-14', '2026-05-25', '2027-03-29'])
    expect(isWorkingDay(day(holiday)), holiday).toBe(false)
  expect(isWorkingDay(day('2026-04-07'))).toBe(true)
})

test('the day begins in Paris, not in Greenwich', () => {
  expect(dated(addWorkingDays(new Date('2026-06-14T22:30:00Z'), 1)), 'Monday there, so Tuesday').toBe(
    '2026-06-16',
  )
})
