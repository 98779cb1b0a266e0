import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areAmbiguous } from './ambiguous-names'
import { isPlainJson } from './plain-json'

test.each([
  ['a name twice', '{"a":1,"a":1}'],
  ['a name in another case', '{"id":"x","ID":"y"}'],
  ['a name written in another way', '{"id":"x","\\u0069d":"y"}'],
  ['a name twice, deep inside', '{"data":{"object":{"x":[{"id":1,"b":{},"id":2}]}}}'],
  ['a name twice where others name as they like', '{"metadata":{"a":1,"a":2}}'],
  ['lists in lists', `${'['.repeat(65)}${']'.repeat(65)}`],
  ['objects in objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
])('%s is not plain', (_, text) => {
  expect(isPlainJson(text)).toBe(false)
})

test.each([
  ['one name in two objects', '{"a":{"id":1},"b":{"id":2},"c":[{"id":3},{"id":4}]}'],
  ['a name as a value', '{"a":"id","b":"id","id":"a"}'],
  ['brackets, colons and quotes in a text', '{"a":"{\\"a\\":[[[","b":"\\\\","c":"a\\":"}'],
  ['names of others that differ by case', '{"metadata":{"SKU":"1","sku":"2"}}'],
  ['no object at all', '"a"'],
])('%s is plain', (_, text) => {
  expect(isPlainJson(text)).toBe(true)
})

test('whatever is written by a program is plain, unless its names differ by case alone', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const names: string[][] = []
      JSON.parse(text, (_, value: unknown) => {
        if (typeof value === 'object' && value && !Array.isArray(value)) names.push(Object.keys(value))
        return value
      })
      const differs = names.every((own) => new Set(own.map((name) => name.toLowerCase())).size === own.length)
      if (differs) expect(isPlainJson(text)).toBe(true)
    }),
  )
})

test.each([
  [['Mt', 'Mt'], true],
  [['Mt', 'mt'], true],
  [['Mt', 'Mt[]'], true],
  [['Mt', 'Mt[0][a]'], true],
  [['Mt', 'mt.a'], true],
  [['token', ' token'], true],
  [['Mt', 'Mts', 'Ref'], false],
  [[], false],
])('the names %j are ambiguous: %s', (names, expected) => {
  expect(areAmbiguous(names)).toBe(expected)
})
