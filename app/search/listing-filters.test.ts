import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unreadBounds } from './listing/typed-bounds'
import {
  filterPairs,
  hasFilters,
  hasNoCursor,
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

describe('the URL of a listing', () => {
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
      vehicle: null,
      sort: 'name',
      page: 3,
      cursor: null,
    })
  })

  test('has one spelling: a fixed order, without defaults and doubles', () => {
    expect(canonical('sort=relevance&page=1&stock=1&brand=b&brand=a&brand=b&q= disque%20 frein ')).toBe(
      'q=disque+frein&brand=a&brand=b&stock=1',
    )
    expect(canonical('price=50-99.99&price=20-49.99')).toBe('price=20-49.99&price=50-99.99')
  })

  test('has a bounded number of filters, and bounded length: the surplus is as if it were not there', () => {
    const each = (name: string, count: number, of: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => `${name}=${of(at + 10)}`).join('&')
    const brands = each('brand', 15, (at) => `brand-${at}`)
    const bands = each('a.diameter_mm', 15, (at) => `${at}-${at}.5`)

    const { filters } = parse(`${brands}&${bands}&a.axle=front&stock=1`)
    expect(filters.brands).toHaveLength(15)
    expect(filters.inStock).toBe(true)
    expect(Object.keys(filters.attributes)).toEqual(['axle', 'diameter_mm'])
    expect(filterPairs(filters)).toHaveLength(21)

    const long = each('a.axle', 20, (at) => `${encodeURIComponent('é'.repeat(70))}${at}`)
    expect(canonical(long).length).toBeLessThan(1_100)
    expect(canonical(long)).not.toBe('')
  })

  test('takes prices that were typed, the French way too', () => {
    expect(parse('price-from=20&price-to=49,90').filters.prices).toEqual([{ from: 2000, to: 4990 }])
    expect(parse('price-from=&price-to=').filters.prices).toEqual([])
    expect(parse('price-from=10 €').filters.prices).toEqual([{ from: 1000, to: null }])
    expect(parse('price-from=abc&price-to=-5').filters.prices).toEqual([])
    expect(parse('price-from=1+000&price-to=1.000,50').filters.prices).toEqual([
      { from: 100_000, to: 100_050 },
    ])
    expect(parse('price-from=€20&price-to=30EUR').filters.prices).toEqual([{ from: 2000, to: 3000 }])
    expect(parse('price-from=\u200b&price-to=２０').filters.prices).toEqual([{ from: null, to: 2000 }])
  })

  test('takes the bounds of a price the wrong way round as well', () => {
    expect(parse('price-from=50&price-to=20').filters.prices).toEqual([{ from: 2000, to: 5000 }])
  })

  test('says which bound of a price it could not read, and goes by the other one', () => {
    const search = 'price-from=1.000&price-to=2000'
    expect(unreadBounds(new URLSearchParams(search))).toEqual([{ typed: '1.000', reason: 'two-meanings' }])
    expect(parse(search).filters.prices).toEqual([{ from: null, to: 200_000 }])
    expect(unreadBounds(new URLSearchParams('price-from=cheap&price-to=-5'))).toEqual([
      { typed: 'cheap', reason: 'not-a-price' },
      { typed: '-5', reason: 'not-a-price' },
    ])
    expect(unreadBounds(new URLSearchParams(`price-to=${'x'.repeat(9_000)}`))[0]?.typed).toHaveLength(30)
    expect(unreadBounds(new URLSearchParams('price-from=20&price-to='))).toEqual([])
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
    'vehicle=',
    'vehicle=0',
    'vehicle=-1',
    'vehicle=1.5',
    'vehicle=clio',
    'vehicle=2147483648',
    'vehicle=1 or 1=1',
    'after=12.5',
  ])('%s is as if it were not there', (search) => {
    expect(canonical(search)).toBe('')
    expect(parse(search)).toMatchObject({ filters: NO_FILTERS, sort: 'relevance', page: 1 })
  })

  test('is bounded, however long it is', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `brand=b${index}`).join('&')
    expect(parse(many).filters.brands).toHaveLength(20)
    expect(parse('page=99999').page).toBe(50_000)
    expect([...parse(`q=${'é'.repeat(9_000)}`).query]).toHaveLength(200)
    expect(parse(`a.axle=${'x'.repeat(81)}`).filters.attributes).toEqual({})
  })

  test('says whose parts are listed, whatever else is chosen', () => {
    expect(parse('vehicle=12&brand=a').vehicle).toBe(12)
    expect(parse('vehicle=all').vehicle).toBe('all')
    expect(canonical('sort=name&vehicle=12&brand=a')).toBe('brand=a&vehicle=12&sort=name')
    expect(withoutFilter(parse('vehicle=12&brand=a'), 'brand', 'a').toString()).toBe('vehicle=12')
  })

  test('names the cursor at which a page begins that has no number', () => {
    const keys = {
      relevance: 'true',
      'price-asc': '4590',
      'price-desc': '0',
      newest: '1700000000123456',
      name: 'Disque & tambour. Été',
    } as const
    for (const [sort, key] of Object.entries(keys)) {
      const params = new URLSearchParams({ sort, page: '51', before: `7.${key}` })
      expect(parse(params.toString()).cursor).toEqual({ way: 'before', key, productId: 7 })
      expect(parse(canonical(params.toString())).cursor).toEqual({ way: 'before', key, productId: 7 })
    }
    expect(canonical('page=50&after=7.true')).toBe('page=50')
  })

  test.for([
    'after=7',
    'after=.true',
    'after=7.maybe',
    'after=-7.true',
    'after=9999999999.true',
    "after=7.true' or 1=1",
    'sort=price-asc&after=7.true',
    'sort=price-asc&after=7.99999999999',
    'sort=newest&after=7.2026-01-01',
    `sort=name&after=7.${'x'.repeat(201)}`,
    'sort=name&after=7.a%00b',
  ])('%s names no cursor', (search) => {
    expect(hasNoCursor(parse(`page=51&${search}`))).toBe(true)
    expect(hasNoCursor(parse(`page=50&${search}`))).toBe(false)
  })

  test('without one of its filters begins at the first page again', () => {
    const state = parse('brand=a&brand=b&stock=1&page=4')
    expect(withoutFilter(state, 'brand', 'a').toString()).toBe('brand=b&stock=1')
    expect(hasFilters(state.filters)).toBe(true)
    expect(hasFilters(parse('q=x&sort=name').filters)).toBe(false)
  })
})

test('whatever is in the URL, it is read, and what is read keeps its meaning', () => {
  const names = fc.oneof(
    fc.constantFrom(
      'q',
      'brand',
      'range',
      'price',
      'price-from',
      'price-to',
      'stock',
      'vehicle',
      'sort',
      'page',
      'after',
      'a.axle',
      'a.diameter_mm',
    ),
    fc.string(),
  )
  const values = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[0-9.-]{0,8}$/),
    fc.constantFrom('1', '51', '7.true', '7.12', 'bosch', 'name', '20-50'),
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
    'filtre à huile "} {"level":"fatal"}[31m',
  )
  expect(parseQuery('a\ud800b')).toBe('ab')
  expect(parseQuery('e\u0301te')).toBe('éte')
  expect(parseQuery('\u202e\u200b')).toBe('')
  expect(parseQuery('０ 986\u00a0479\u2011Ｂ58')).toBe('0 986 479-B58')
  expect(parseQuery(null)).toBe('')
})
