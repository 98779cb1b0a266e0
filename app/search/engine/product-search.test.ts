import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { brands, ranges } from '~/catalog/family-tables.server'
import { type Database, openDatabase } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { aSearchableShop, type Shelf } from '../../../tests/a-searchable-shop'
import { copyTemplate, expect, test } from '../../../tests/shop-test'
import { type ListingFilters, NO_FILTERS } from '../listing-filters'
import { loadDefaultSynonyms } from '../load-default-synonyms.server'
import { openProductSearch, type ProductSearch } from '../open-product-search.server'
import { postgresFinder } from '../postgres/search-postgres.server'
import { findRespelling } from '../postgres/spelling-queries.server'
import { rebuildProductIndex } from '../rebuild-product-index.server'
import type { ProductFinder, ProductQuestion } from './product-search'
import { meilisearchFinder } from './search-meilisearch.server'

const log = openLog({ level: 'silent', process: 'test' })
const shared = {} as {
  db: Database
  shelf: Shelf
  slugs: Record<'bosch' | 'brembo' | 'discs' | 'filters' | 'bulbs', string>
  search: ProductSearch
  close: () => Promise<void>
}

beforeAll(async () => {
  const copy = await copyTemplate()
  const { db, close } = openDatabase(copy.url, { poolSize: 4 })
  const meilisearch = inject('meilisearch')
  const prefix = `test_${process.pid}_${Date.now().toString(36)}`
  const search = openProductSearch({ db, log, meilisearch: meilisearch && { ...meilisearch, prefix } })
  const shelf = await aSearchableShop(db)
  await loadDefaultSynonyms(db)
  await rebuildProductIndex({ db, productSearch: search })
  Object.assign(shared, { db, shelf, search, slugs: await slugsOf(db, shelf) })
  shared.close = async () => {
    await search.index?.drop()
    await close()
    await copy.drop()
  }
})
afterAll(() => shared.close())

async function slugsOf(db: Database, shelf: Shelf) {
  const all = [...(await db.select().from(brands)), ...(await db.select().from(ranges))]
  const slugOf = (kind: 'brand' | 'range', id: number) =>
    all.find((row) => row.id === id && row.slug.startsWith(kind))?.slug ?? ''
  return {
    bosch: slugOf('brand', shelf.brands.bosch),
    brembo: slugOf('brand', shelf.brands.brembo),
    discs: slugOf('range', shelf.ranges.discs),
    filters: slugOf('range', shelf.ranges.filters),
    bulbs: slugOf('range', shelf.ranges.bulbs),
  }
}

const engines: [string, () => ProductFinder][] = [['Postgres', () => postgresFinder(shared.db)]]
if (inject('meilisearch'))
  engines.push([
    'Meilisearch',
    () => {
      const index = shared.search.index
      if (!index) throw new Error('No index')
      return meilisearchFinder(index, {
        otherwise: postgresFinder(shared.db),
        respell: (asked) => findRespelling(shared.db, asked),
      })
    },
  ])

describe.each(engines)('found with %s', (_, engine) => {
  const ask = (query: string, rest: Partial<ProductQuestion> & { only?: Partial<ListingFilters> } = {}) =>
    engine().search({
      language: 'fr',
      query,
      sort: 'relevance',
      page: 1,
      perPage: 24,
      facets: [],
      ...rest,
      filters: { ...NO_FILTERS, ...rest.filters, ...rest.only },
    })
  const found = async (...question: Parameters<typeof ask>) =>
    named((await ask(...question)).hits.map((hit) => hit.productId))
  const named = (ids: number[]) =>
    ids.map((id) => Object.entries(shared.shelf.ids).find(([, known]) => known === id)?.[0])

  test('the range that is named comes first, and no page shows a product twice', async () => {
    const page = (number: number) =>
      ask('bosch', { rangesFirst: [shared.slugs.bulbs], perPage: 1, page: number })
    const pages = await Promise.all([1, 2, 3, 4].map(page))
    const ids = pages.map(({ hits }) => hits.map(({ productId }) => productId))

    expect(ids[0]).toEqual([shared.shelf.ids.bulb])
    expect(new Set(ids.flat()).size).toBe(3)
    expect(ids.map((one) => one.length)).toEqual([1, 1, 1, 0])
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3])
  })

  test('what was written by ear is found by its sound', async () => {
    expect(await found('anpoule alojene')).toEqual(['bulb'])
    expect(await found('disk de frin vantilé')).toEqual(['frontDisc'])
    expect(await found('filtre abitakle')).toContain('cabinFilter')
  })

  test('a number in common is no answer', async () => {
    expect((await ask('girafe H7')).hits).toEqual([])
  })

  test('words are found whatever their accents, case, number and order', async () => {
    const discs = ['frontDisc', 'largeDisc', 'rearDisc']
    expect((await found('disque de frein')).toSorted()).toEqual(discs)
    expect((await found('FREINS disques')).toSorted()).toEqual(discs)
    expect(await found('disque ventile')).toEqual(['frontDisc'])
    expect(await found('disque arrière')).toEqual(['rearDisc'])
    expect(await found('disque arriere'.normalize('NFD'))).toEqual(['rearDisc'])
  })

  test('misspelt words are found', async () => {
    expect(await found('filtre abitacle')).toContain('cabinFilter')
    expect(await found('dsique de frien')).toContain('frontDisc')
    expect(await found('ampoul halogene')).toEqual(['bulb'])
  })

  test('a word is found from its beginning while it is typed', async () => {
    expect(await found('halog')).toEqual(['bulb'])
    expect(await found('ampoule lon')).toEqual(['bulb'])
  })

  test('synonyms are found', async () => {
    expect(await found('filtre pollen')).toContain('cabinFilter')
    expect(await found('lampe H7')).toEqual(['bulb'])
  })

  test('foreign names of a range are found, and each language has its own words', async () => {
    expect(await found('brake disc vented')).toContain('frontDisc')
    expect(await found('rotors', { language: 'en' })).toHaveLength(3)
    expect((await ask('carbon', { language: 'en' })).hits).toEqual([
      {
        productId: shared.shelf.ids.cabinFilter,
        name: [
          { text: 'Activated ', isMarked: false },
          { text: 'carbon', isMarked: true },
          { text: ' cabin filter', isMarked: false },
        ],
      },
    ])
  })

  test.for(['0 986 479 B58', '0986479b58', '0-986.479/B58', ' 0986 479 b58 '])(
    'a reference is found however it is typed: %s',
    async (typed) => {
      const answer = await ask(typed.trim())
      expect(named(answer.hits.map((hit) => hit.productId))).toEqual(['frontDisc'])
      expect(answer).toMatchObject({ total: 1, reference: typed.trim() })
    },
  )

  test('a reference is found among other words, and by its beginning', async () => {
    expect(await ask('filtre 1109 ck')).toMatchObject({ total: 1, reference: '1109 ck' })
    expect(await found('0 986 479')).toEqual(['frontDisc'])
    expect(await found('0986479')).toEqual(['frontDisc'])
  })

  test('when no product has all the words, those with the known ones are shown as such', async () => {
    const answer = await ask('mercedes classe c 220d filtre habitacle')
    expect(answer.isLoose).toBe(true)
    expect(named(answer.hits.map((hit) => hit.productId))[0]).toBe('cabinFilter')
    expect(await ask('disque de frein')).toMatchObject({ isLoose: false })
  })

  test('filters are "or" inside and "and" across', async () => {
    const { bosch, brembo } = shared.slugs
    expect(await found('disque', { only: { brands: [bosch] } })).toEqual(['largeDisc'])
    expect(await found('disque', { only: { brands: [bosch, brembo] } })).toHaveLength(3)
    expect(await found('disque', { only: { brands: [bosch], inStock: true } })).toEqual([])
    expect(await found('', { only: { prices: [{ from: 1000, to: 2500 }] } })).toEqual(['cabinFilter'])
    const axle = { kind: 'choice' as const, options: ['rear'] }
    const large = {
      kind: 'number' as const,
      bands: [
        { from: 270, to: 300 },
        { from: 330, to: null },
      ],
    }
    expect(await found('', { only: { attributes: { axle } } })).toEqual(['rearDisc'])
    expect((await found('', { only: { attributes: { diameter_mm: large } } })).toSorted()).toEqual([
      'frontDisc',
      'largeDisc',
    ])
    expect(await found('', { only: { attributes: { axle, diameter_mm: large } } })).toEqual([])
  })

  test('a facet is counted with all filters but its own', async () => {
    const { bosch, brembo, discs, filters, bulbs } = shared.slugs
    const facets = ['brand', 'range', 'price', 'stock', 'attributes'] as const
    const answer = await ask('', { facets, only: { brands: [brembo] } })

    expect(answer.total).toBe(3)
    expect(counts(answer.facets.brands)).toEqual({ [bosch]: 3, [brembo]: 3 })
    expect(counts(answer.facets.ranges)).toEqual({ [discs]: 2, [filters]: 1 })
    expect(counts(answer.facets.priceBands)).toEqual({ 0: 1, 2: 2 })
    expect(answer.facets.inStock).toBe(3)
    expect(counts(answer.facets.attributes.axle)).toEqual({ front: 1, rear: 1 })

    const both = await ask('', { facets, only: { brands: [brembo], ranges: [filters, bulbs] } })
    expect(counts(both.facets.brands)).toEqual({ [bosch]: 2, [brembo]: 1 })
    expect(counts(both.facets.ranges)).toEqual({ [discs]: 2, [filters]: 1 })
  })

  test('an attribute is counted without its own filter and with the other ones', async () => {
    const attributes = {
      axle: { kind: 'choice' as const, options: ['rear'] },
      diameter_mm: { kind: 'number' as const, bands: [{ from: 200, to: 300 }] },
    }
    const { facets } = await ask('', { facets: ['attributes'], only: { attributes } })
    expect(counts(facets.attributes.axle)).toEqual({ front: 1, rear: 1 })
    expect(counts(facets.attributes.diameter_mm)).toEqual({ 256: 1 })
  })

  test('sorts and pages', async () => {
    const all = { only: { inStock: true } }
    expect(await found('', { sort: 'price-asc', ...all })).toEqual([
      'bulb',
      'plainFilter',
      'cabinFilter',
      'rearDisc',
      'frontDisc',
    ])
    expect(await found('', { sort: 'price-desc', perPage: 2, ...all })).toEqual(['frontDisc', 'rearDisc'])
    expect(await found('', { sort: 'price-desc', perPage: 2, page: 3, ...all })).toEqual(['bulb'])
    expect((await ask('', { perPage: 2, page: 9 })).total).toBe(6)
    expect((await found('filtre', { sort: 'name' }))[0]).toBe('plainFilter')
  })

  test('drafts and archived products are never found', async () => {
    for (const query of ['secret', 'disque secret', 'SECRET1234', 'ancien', ''])
      expect(await found(query)).not.toEqual(expect.arrayContaining(['draft']))
    expect(await found('')).toHaveLength(6)
  })

  test.for([
    `x" OR brandSlug = "bosch`,
    `'; drop table product_documents; --`,
    '%_%_%_'.repeat(30),
    '\\',
    `E'\\\\'`,
    'a:* & !b | (c',
    '<->',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is typed
    '{{7*7}} ${7*7}',
    '😀',
    '"',
    '"disque',
    '-disque',
    '():|&!*',
    '\u0301'.repeat(100),
    '名前 検索',
    'x'.repeat(200),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  ])('hostile words find something or nothing, and break nothing: %s', async (query) => {
    const began = Date.now()
    const answer = await ask(query, { facets: ['brand', 'attributes'] })
    expect(answer.total).toBeGreaterThanOrEqual(0)
    expect(named(answer.hits.map((hit) => hit.productId))).not.toContain('draft')
    expect(Date.now() - began).toBeLessThan(2_000)
  })

  test.for([`x" OR status = "draft`, 'a\\', '"', "' or 1=1 --"])(
    'hostile filters are compared as they are: %s',
    async (value) => {
      const attributes = { axle: { kind: 'choice' as const, options: [value] } }
      expect(await ask('', { only: { attributes } })).toMatchObject({ total: 0, hits: [] })
      expect(await ask('', { only: { brands: [value] } })).toMatchObject({ total: 0 })
    },
  )

  test('only our own marks are marks', { timeout: 120_000 }, async () => {
    const { db, search, shelf } = shared
    await db.execute(sql`update product_texts set name = ${'<b>Disque</b> \uE000de\uE001 frein <em>plein</em>'}
      where product_id = ${shelf.ids.rearDisc} and language = 'fr'`)
    await rebuildProductIndex({ db, productSearch: search })
    const [hit] = (await ask('plein')).hits
    expect(hit?.name.filter((piece) => piece.isMarked)).toEqual([{ text: 'plein', isMarked: true }])
    expect(hit?.name.map((piece) => piece.text).join('')).toBe('<b>Disque</b> de frein <em>plein</em>')
  })
})

function counts(values: { value: string; count: number }[] = []): Record<string, number> {
  return Object.fromEntries(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]))
}
