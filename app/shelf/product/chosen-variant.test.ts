import { expect, test } from 'vitest'
import { chosenVariant } from './chosen-variant'

const gone = { sku: 'GONE', available: 0 }
const here = { sku: 'HERE', available: 2 }
const more = { sku: 'MORE', available: 5 }

test('the URL decides, also for what is sold out', () => {
  expect(chosenVariant([gone, here], 'GONE')).toBe(gone)
})

test('without a known name it is the first that can be had', () => {
  expect(chosenVariant([gone, here, more], null)).toBe(here)
  expect(chosenVariant([gone, here, more], 'constructor')).toBe(here)
})

test('when none can be had it is the first', () => {
  expect(chosenVariant([gone], null)).toBe(gone)
  expect(chosenVariant([], null)).toBeUndefined()
})
