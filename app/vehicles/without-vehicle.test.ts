import { expect, test } from 'vitest'
import { withoutVehicle } from './without-vehicle'

test('a URL that names a vehicle, or all, leaves that to the garage and begins anew', () => {
  expect(withoutVehicle('/c/freinage/disques?brand=ate&vehicle=7&page=3')).toBe(
    '/c/freinage/disques?brand=ate',
  )
  expect(withoutVehicle('/en/c/freinage/disques?vehicle=all')).toBe('/en/c/freinage/disques')
})

test('any other URL stays as it is', () => {
  for (const path of ['/', '/p/disque?variant=A+B', '/c/freinage/disques?page=3'])
    expect(withoutVehicle(path)).toBe(path)
})
