import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pathsGone, tooLongFiles, unexplainedCodes, unexplainedVariables, visitorsThatAreHe } from './papers'
import { readSources } from './read-sources'

const sources = readSources()
const WORDS_OF_LAWYERS = /^app\/storefront\/legal\//
const maps = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md']

describe('the house as it stands', () => {
  test('no file is longer than 300 lines', () => expect(tooLongFiles(sources)).toEqual([]))
  test('every code of a requirement or an attack is explained', () => {
    expect(unexplainedCodes(sources, readFileSync('docs/requirements.md', 'utf8'))).toEqual([])
  })
  test('.env.example explains every variable', () => {
    const schema = sources.get('app/platform/variables.ts') ?? ''
    expect(unexplainedVariables(schema, readFileSync('.env.example', 'utf8'))).toEqual([])
  })
  test('a visitor is called "they"', () => {
    const ours = [...sources].filter(([path]) => !WORDS_OF_LAWYERS.test(path) && !path.includes('/papers.'))
    expect(visitorsThatAreHe(new Map(ours))).toEqual([])
  })
  test('the maps of the house name what is there', () => {
    const documents = new Map(maps.map((path) => [path, readFileSync(path, 'utf8')]))
    expect(pathsGone(documents, existsSync)).toEqual([])
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
  test('a path in a document that nobody finds', () => {
    const documents = new Map([['MAP.md', 'see `app/cart/`, `app/<room>/forms.ts` and `app/basket/add.ts`']])
    expect(pathsGone(documents, (path) => path === 'app/cart/')).toEqual([
      'MAP.md names app/basket/add.ts, which is not there',
    ])
  })
  test('a comment that knows the sex of a visitor', () => {
    const pronoun = ['h', 'is'].join('')
    const comment = new Map([['app/cart/cart.ts', `/** What a visitor put into ${pronoun} cart. */`]])
    expect(visitorsThatAreHe(comment)).toEqual(['app/cart/cart.ts says "he" of somebody'])
  })
})
