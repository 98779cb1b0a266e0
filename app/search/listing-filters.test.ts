import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hasFilters,
  listingParams,
  NO_FILTERS,
  parseListing,
  parseQuery,
  withoutFilter,
} from './listing-filters'

const ATTRIBUTES = [
  { key: 'axle', kind: 'choice' },
  { key: 'diameter_mm', kind: 'number' },
] as const

const parse = (search: string) => parseListing(new URLSearchParams(search), ATTRIBUTES)
const canonical = (search: string) => listingParams(parse(search)).toString()

describe('the address of a listing', () => {
  test('says what is filtered by, "or" by repeating a name', () => {
    expect(
      parse(
        'brand=bosch&brand=ate&price=20-49.99&stock=1&a.axle=front&a.diameter_mm=250-300&sort=name&page=3',
      ),
    ).toEqual({
      query: '',
      filters: {
        brands: ['bosch', 'ate'],
        ranges: [],
        prices: [{ from: 2000, to: 4999 }],
        inStock: true,
        attributes: {
          axle: { kind: 'choice', options: ['front'] },
          diameter_mm: { kind: 'number', bands: [{ from: 250, to: 300 }] },
        },
      },
      sort: 'name',
      page: 3,
    })
  })

  test('has one spelling: a fixed order, without defaults and doubles', () => {
    expect(canonical('sort=relevance&page=1&stock=1&brand=b&brand=a&brand=b&q= disque%20 frein ')).toBe(
      'q=disque+frein&brand=a&brand=b&stock=1',
    )
    expect(canonical('price=50-99.99&price=20-49.99')).toBe('price=20-49.99&price=50-99.99')
  })

  test('takes prices that were typed, the French way too', () => {
    expect(parse('price-from=20&price-to=49,90').filters.prices).toEqual([{ from: 2000, to: 4990 }])
    expect(parse('price-from=&price-to=').filters.prices).toEqual([])
    expect(parse('price-from=10 €').filters.prices).toEqual([{ from: 1000, to: null }])
    expect(parse('price-from=abc&price-to=-5').filters.prices).toEqual([])
  })

  test.for([
    'brand=BOSCH',
    'brand=x" OR status="draft',
    'brand=',
    'brand=../../etc',
    'price=1 OR 1=1',
    'price=banana',
    'a.axle=',
    'a.unknown=1',
    'a.diameter_mm=NaN',
    'a.__proto__=1',
    '__proto__[sort]=name',
    'brand[]=bosch',
    'brand[$ne]=1',
    'sort=price;select pg_sleep(5)--',
    'sort="x" from users--',
    'stock=true',
    'page=0',
    'page=-1',
    'page=1.5',
    'page=1e9',
    'page=١٢',
    'page=99999999999999999999',
  ])('%s is as if it were not there', (search) => {
    expect(canonical(search)).toBe('')
    expect(parse(search)).toMatchObject({ filters: NO_FILTERS, sort: 'relevance', page: 1 })
  })

  test('is bounded, however long it is', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `brand=b${index}`).join('&')
    expect(parse(many).filters.brands).toHaveLength(20)
    expect(parse('page=99999').page).toBe(2000)
    expect([...parse(`q=${'é'.repeat(9_000)}`).query]).toHaveLength(200)
    expect(parse(`a.axle=${'x'.repeat(81)}`).filters.attributes).toEqual({})
  })

  test('without one of its filters begins at the first page again', () => {
    const state = parse('brand=a&brand=b&stock=1&page=4')
    expect(withoutFilter(state, 'brand', 'a').toString()).toBe('brand=b&stock=1')
    expect(hasFilters(state.filters)).toBe(true)
    expect(hasFilters(parse('q=x&sort=name').filters)).toBe(false)
  })
})

test('whatever is in the address, it is read, and what is read keeps its meaning', () => {
  const names = fc.oneof(
    fc.constantFrom(
      'q',
      'brand',
      'range',
      'price',
      'price-from',
      'price-to',
      'stock',
      'sort',
      'page',
      'a.axle',
      'a.diameter_mm',
    ),
    fc.string(),
  )
  const values = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[0-9.-]{0,8}$/),
    fc.constantFrom('1', 'bosch', 'name', '20-50'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 30 }), (pairs) => {
      const first = parseListing(new URLSearchParams(pairs), ATTRIBUTES)
      const params = listingParams(first)
      expect(listingParams(parseListing(params, ATTRIBUTES)).toString()).toBe(params.toString())
    }),
    { numRuns: 500 },
  )
  expect(({} as { sort?: unknown }).sort).toBeUndefined()
})

test('a query keeps its words and loses what no engine and no log line should see', () => {
  expect(parseQuery('  filtre\u0000 à\u00a0huile\r\n"} {"level":"fatal"}\u001b[31m ')).toBe(
    'filtre à huile "} {"level":"fatal"} [31m',
  )
  expect(parseQuery('a\ud800b')).toBe('a b')
  expect(parseQuery('e\u0301te')).toBe('éte')
  expect(parseQuery('\u202e\u200b')).toBe('')
  expect(parseQuery(null)).toBe('')
})
