import { expect, test } from 'vitest'
import { pagesShown } from './pages-shown'

const shown = (page: number, pageCount: number, lastNumbered?: number) =>
  pagesShown(page, { pageCount, lastNumbered })
    .map((number) => (number < 0 ? '…' : number))
    .join(' ')

test('the ends and the neighbours of a page are shown', () => {
  expect(shown(1, 1)).toBe('1')
  expect(shown(2, 3)).toBe('1 2 3')
  expect(shown(7, 24)).toBe('1 … 6 7 8 … 24')
  expect(shown(24, 24)).toBe('1 … 23 24')
})

test('a gap of one page shows that page', () => {
  expect(shown(4, 9)).toBe('1 2 3 4 5 … 9')
})

test('a page beyond the last still leads back', () => {
  expect(shown(40, 5)).toBe('1 … 5')
})

test('pages after the last numbered one are shown beside the one that leads to them', () => {
  expect(shown(7, 60, 50)).toBe('1 … 6 7 8 …')
  expect(shown(50, 60, 50)).toBe('1 … 49 50 51 …')
  expect(shown(55, 60, 50)).toBe('1 … 54 55 56 …')
  expect(shown(60, 60, 50)).toBe('1 … 59 60')
})
