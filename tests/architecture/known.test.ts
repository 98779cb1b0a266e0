import { expect, test } from 'vitest'
import { besidesKnown } from './known'

test('a breach that nobody knows is told, and so is a known one that is gone', () => {
  const known = { 'cart reads stock': 'one round trip', 'cart reads orders': 'until it asks' }

  expect(besidesKnown(['cart reads stock', 'search reads stock'], known)).toEqual([
    'search reads stock',
    'cart reads orders: no longer so, strike it off',
  ])
})
