import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tooLongFiles, unexplainedCodes, unexplainedVariables } from './papers'
import { readSources } from './read-sources'

const sources = readSources()

describe('the house as it stands', () => {
  test('no file is longer than 300 lines', () => expect(tooLongFiles(sources)).toEqual([]))
  test('every code of a requirement or an attack is explained', () => {
    expect(unexplainedCodes(sources, readFileSync('docs/requirements.md', 'utf8'))).toEqual([])
  })
  test('.env.example explains every variable', () => {
    const schema = sources.get('app/platform/variables.ts') ?? ''
    expect(unexplainedVariables(schema, readFileSync('.env.example', 'utf8'))).toEqual([])
  })
})

describe('a planted violation is caught:', () => {
  test('a file of 301 lines', () => {
    expect(tooLongFiles(new Map([['app/cart/all.ts', 'x\n'.repeat(301)]]))).toEqual([
      'app/cart/all.ts has 301 lines',
    ])
  })
  test('a code that nobody explains', () => {
    const unknown = ['A', '142'].join('-')
    const tests = new Map([['app/cart/add.test.ts', `test('twice (${unknown})'); // as CART-3 asks`]])
    expect(unexplainedCodes(tests, '| CART-3 | at most 100 |')).toEqual([
      `app/cart/add.test.ts names ${unknown}, which docs/requirements.md does not explain`,
    ])
  })
  test('a variable that nobody explains, an explanation of nothing', () => {
    expect(unexplainedVariables('  PORT: z.number(),\n', 'HOST=\n')).toEqual([
      '.env.example lacks PORT',
      'nothing reads HOST',
    ])
  })
})
