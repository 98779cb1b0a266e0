import { expect, test } from 'vitest'
import { brandsByLetter } from './brand-letters'

test('brands stand under their letters, accents aside, what begins otherwise first', () => {
  const brands = ['Valeo', 'ATE', 'Éclair', '3M', 'Elring', 'valvoline'].map((name) => ({ name }))

  expect(
    brandsByLetter(brands).map(({ letter, brands }) => [letter, brands.map(({ name }) => name)]),
  ).toEqual([
    ['#', ['3M']],
    ['A', ['ATE']],
    ['E', ['Éclair', 'Elring']],
    ['V', ['Valeo', 'valvoline']],
  ])
})
