import { expect, test } from 'vitest'
import { lackOf } from '../scripts/bench/world'

test('a folder without a shop is not measured, and what it lacks is said', () => {
  const page = { path: '/p/x' }
  expect(lackOf({ products: [], ranges: [], words: [], orders: [] })).toBe(
    'it has no products for sale, no ranges with products, no names, no goods to buy',
  )
  expect(lackOf({ products: [page], ranges: [page], words: ['x'], orders: [] })).toBe(
    'it has no goods to buy',
  )
})
