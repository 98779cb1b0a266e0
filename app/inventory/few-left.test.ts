import { expect, test } from 'vitest'
import { isFewLeft, isSaidOtherwise } from './few-left'

test('three are few, four are not, and none are sold out', () => {
  expect([0, 1, 3, 4].map(isFewLeft)).toEqual([false, true, true, false])
})

test('of plenty, a page says the same however many there are', () => {
  expect(isSaidOtherwise(40, 4)).toBe(false)
  expect(isSaidOtherwise(4, 3)).toBe(true)
  expect(isSaidOtherwise(3, 2)).toBe(true)
  expect(isSaidOtherwise(1, 0)).toBe(true)
})
