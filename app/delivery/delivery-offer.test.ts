import { expect, test } from 'vitest'
import { freeDeliveryFrom, missingForFreeDelivery, reachesFreeDelivery } from './delivery-offer'

test('delivery is free from the very amount on', () => {
  expect(reachesFreeDelivery({ freeFromCents: 6_000 }, 5_999)).toBe(false)
  expect(reachesFreeDelivery({ freeFromCents: 6_000 }, 6_000)).toBe(true)
  expect(reachesFreeDelivery({ freeFromCents: null }, 1_000_000)).toBe(false)
})

test('what is missing for free delivery is said only while something helps', () => {
  expect(missingForFreeDelivery({ priceCents: 590, freeFromCents: 6_000 }, 4_500)).toBe(1_500)
  expect(missingForFreeDelivery({ priceCents: 590, freeFromCents: null }, 4_500)).toBeNull()
  expect(missingForFreeDelivery({ priceCents: 0, freeFromCents: 6_000 }, 4_500), 'free by a code').toBeNull()
  expect(freeDeliveryFrom({ priceCents: 0, freeFromCents: 6_000 })).toBeNull()
})
