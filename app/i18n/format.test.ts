import { expect, test } from 'vitest'
import { formatDate, formatDateTime, formatDay, formatNumber, formatPercent } from './format'

const evening = '2026-12-31T23:30:00Z'

test('a day begins at midnight in Paris, wherever the server stands', () => {
  expect(formatDate(evening, 'fr')).toBe('1 janvier 2027')
  expect(formatDate(evening, 'en')).toBe('1 January 2027')
  expect(formatDay(evening, 'fr')).toBe('vendredi 1 janvier')
  expect(formatDateTime(evening, 'en')).toBe('1 Jan 2027, 00:30')
})

test('figures are written as each language writes them', () => {
  expect(formatNumber(1234.5, 'fr')).toBe('1\u00a0234,5')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  expect(formatPercent(5.5, 'fr')).toBe('5,5\u00a0%')
  expect(formatPercent(20, 'en')).toBe('20%')
})
