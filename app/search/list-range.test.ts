import { sql } from 'drizzle-orm'
import { openCache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { loadUniversalProducts } from '~/vehicles/bulk/load-fitments.server'
import type { KnownFacts } from '~/vehicles/fit-of'
import { listVehicles } from '~/vehicles/vehicle-queries.server'
import { aBrand, aRange, aVariant } from '../../tests/a-shop'
import { aType, fitted } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { listRange, type RangeListing } from './list-range.server'
import { PER_PAGE } from './listing/listing-view.server'
import { SORTS } from './listing/sorts'
import { recomputeDocuments } from './recompute-documents.server'

/** A range with two parts for a vehicle, one to check, one that goes on any, and one for another vehicle. */
async function aRangeOfParts(db: Database) {
  const [clio, golf, rangeId] = [await aType(db), await aType(db), await aRange(db)]
  const [bosch, brembo] = [await aBrand(db, { name: 'Bosch' }), await aBrand(db, { name: 'Brembo' })]
  const part = async (brandId: number, priceCents: number) =>
    (await aVariant(db, { rangeId, brandId, priceCents, onHand: 3 })).productId
  const ids = {
    dear: await part(bosch, 9000),
    cheap: await part(brembo, 2000),
    conditional: await part(bosch, 100),
    universal: await part(bosch, 50),
    forGolf: await part(bosch, 10),
  }
  await fitted(db, { typeId: clio, productId: ids.dear })
  await fitted(db, { typeId: clio, productId: ids.cheap })
  await fitted(db, { typeId: clio, productId: ids.conditional, condition: { airConditioning: true } })
  await fitted(db, { typeId: golf, productId: ids.forGolf })
  await loadUniversalProducts(db, [ids.universal])
  await recomputeDocuments(db, { ids: Object.values(ids) })
  const slugs = await db.execute<{ id: number; slug: string }>(sql`select id, slug from brands`)
  const slugOf = (id: number) => slugs.find((row) => row.id === id)?.slug ?? ''
  return { ids, rangeId, clio, bosch: slugOf(bosch), brembo: slugOf(brembo) }
}

async function ask(
  db: Database,
  rangeId: number,
  { search = '', typeId, known = {} }: { search?: string; typeId?: number; known?: KnownFacts },
) {
  const [vehicle] = typeId ? await listVehicles(db, [typeId]) : []
  return listRange(
    { db, reads: db, cache: openCache(undefined) },
    {
      rangeId,
      params: new URLSearchParams(search),
      language: 'fr',
      mine: vehicle ? { vehicle, known } : null,
    },
  )
}

async function listed(...question: Parameters<typeof ask>): Promise<RangeListing> {
  const answer = await ask(...question)
  if (!answer.ok) throw new Error(answer.reason)
  return answer
}

const countsOf = (name: string, { view }: RangeListing) =>
  Object.fromEntries(
    view.groups.find((group) => group.name === name)?.choices.map(({ value, count }) => [value, count]) ?? [],
  )

test('a chosen vehicle narrows a range to what fits, what to check first, and what goes on any', async ({
  db,
}) => {
  const { ids, rangeId, clio } = await aRangeOfParts(db)

  const answer = await listed(db, rangeId, { typeId: clio, search: 'sort=price-asc' })

  expect(answer.groups).toEqual([
    { group: 'fits', productIds: [ids.cheap, ids.dear] },
    { group: 'check', productIds: [ids.conditional] },
    { group: 'universal', productIds: [ids.universal] },
  ])
  expect(answer.fitting).toEqual({ counts: { fits: 2, check: 1, universal: 1 }, total: 5 })
  expect(answer.checks).toEqual({ [ids.conditional]: ['véhicule avec climatisation'] })
  expect(answer.view.total).toBe(4)
})

test('the vehicle stays in every URL of its list, and leaves it only when all is asked for', async ({
  db,
}) => {
  const { ids, rangeId, clio, bosch } = await aRangeOfParts(db)

  const answer = await listed(db, rangeId, { typeId: clio, search: `brand=${bosch}&stock=1&sort=name` })

  expect(answer.view.vehicle).toBe(clio)
  const [mine, brand] = answer.view.applied
  for (const url of [answer.view.firstPage, answer.view.unfiltered, brand?.without])
    expect(url).toContain(`vehicle=${clio}`)
  expect(mine).toEqual({ facet: 'Mon véhicule', label: 'Clio III 1.5 dCi', without: answer.otherwise })
  expect(answer.otherwise).toBe(`?brand=${bosch}&stock=1&vehicle=all&sort=name`)

  const all = await listed(db, rangeId, { typeId: clio, search: 'vehicle=all' })
  expect(all.groups).toEqual([{ group: null, productIds: Object.values(ids) }])
  expect(all.fitting).toBeNull()
  expect(all.view.firstPage).toBe('?vehicle=all')
  expect(all.otherwise).toBe(`?vehicle=${clio}`)
})

test('facets are counted over what is for the vehicle, each without its own filter', async ({ db }) => {
  const { ids, rangeId, clio, bosch, brembo } = await aRangeOfParts(db)

  const answer = await listed(db, rangeId, { typeId: clio, search: `brand=${brembo}` })

  expect(answer.groups).toEqual([{ group: 'fits', productIds: [ids.cheap] }])
  expect(countsOf('brand', answer)).toEqual({ [bosch]: 3, [brembo]: 1 })
  expect(answer.fitting?.counts).toEqual({ fits: 2, check: 1, universal: 1 })
  expect(answer.view.total).toBe(1)
})

test('what is known of the very vehicle settles what was to be checked', async ({ db }) => {
  const { ids, rangeId, clio } = await aRangeOfParts(db)
  const groups = async (airConditioning: boolean) =>
    (await listed(db, rangeId, { typeId: clio, known: { airConditioning }, search: 'sort=price-asc' })).groups

  expect((await groups(true))[0]).toEqual({
    group: 'fits',
    productIds: [ids.conditional, ids.cheap, ids.dear],
  })
  expect((await groups(false)).map(({ group }) => group)).toEqual(['fits', 'universal'])
})

test('a part for the vehicle that goes on any as well is listed and counted once', async ({ db }) => {
  const { ids, rangeId, clio, bosch } = await aRangeOfParts(db)
  await fitted(db, { typeId: clio, productId: ids.universal })

  const answer = await listed(db, rangeId, { typeId: clio, search: `sort=price-asc&brand=${bosch}` })

  expect(answer.groups).toEqual([
    { group: 'fits', productIds: [ids.universal, ids.dear] },
    { group: 'check', productIds: [ids.conditional] },
  ])
  expect(answer.view.total).toBe(3)
})

test('a range that has nothing to do with vehicles is shown whole; one without a part for mine is empty', async ({
  db,
}) => {
  const { ids, rangeId } = await aRangeOfParts(db)
  const cards = await aRange(db)
  const { productId: card } = await aVariant(db, { rangeId: cards })
  const other = await aType(db)
  await recomputeDocuments(db, { ids: [card] })

  const whole = await listed(db, cards, { typeId: other })
  expect(whole).toMatchObject({ fitting: null, otherwise: '', groups: [{ productIds: [card] }] })

  const none = await listed(db, rangeId, { typeId: other })
  expect(none.groups).toEqual([{ group: 'universal', productIds: [ids.universal] }])
  expect(none.fitting?.counts).toEqual({ fits: 0, check: 0, universal: 1 })
})

test('pages go on beyond the last numbered one, in every order, without gap or overlap', async ({ db }) => {
  const { rangeId, total } = await aLongRange(db)
  for (const sort of SORTS) {
    const forth: number[] = []
    let search = `?page=49&sort=${sort}`
    let last = await listed(db, rangeId, { search })
    for (;;) {
      forth.push(...last.groups.flatMap(({ productIds }) => productIds))
      if (last.view.page >= last.view.pageCount) break
      search = last.view.page < 50 ? `?page=50&sort=${sort}` : (last.view.beyond.next ?? '')
      last = await listed(db, rangeId, { search })
    }
    expect(forth).toHaveLength(total - 48 * PER_PAGE)
    expect(new Set(forth).size).toBe(forth.length)
    expect(last.view.page).toBe(53)

    const back: number[] = []
    for (let page = last; ; ) {
      back.unshift(...page.groups.flatMap(({ productIds }) => productIds))
      if (!page.view.beyond.previous) break
      page = await listed(db, rangeId, { search: page.view.beyond.previous })
    }
    expect(back, sort).toEqual(forth.slice(-back.length))
    expect(back).toHaveLength(total - 50 * PER_PAGE)
  }
})

test('a product that arrives meanwhile moves no other page', async ({ db }) => {
  const { rangeId } = await aLongRange(db)
  const at50 = await listed(db, rangeId, { search: 'page=50&sort=price-asc' })
  const next = at50.view.beyond.next ?? ''
  const before = await listed(db, rangeId, { search: next })
  await db.execute(sql`update product_documents set price_cents = 1 where product_id = (
    select max(product_id) from product_documents where range_id = ${rangeId})`)

  expect((await listed(db, rangeId, { search: next })).groups).toEqual(before.groups)
})

test('a page without a number and without a cursor leads to the last numbered one, one that is not there nowhere', async ({
  db,
}) => {
  const { rangeId, firstId } = await aLongRange(db)
  expect(await ask(db, rangeId, { search: 'page=51&sort=name' })).toEqual({
    ok: false,
    reason: 'elsewhere',
    url: '?sort=name&page=50',
  })
  const noSuchPage = { ok: false, reason: 'no-such-page' }
  expect(await ask(db, rangeId, { search: 'page=99' })).toEqual(noSuchPage)

  const typeId = await aType(db)
  await fitted(db, { typeId, productId: firstId })
  expect(await ask(db, rangeId, { search: 'page=3&sort=name', typeId })).toEqual({
    ok: false,
    reason: 'elsewhere',
    url: `?vehicle=${typeId}&sort=name`,
  })
  expect(await ask(db, rangeId, { search: `page=3&vehicle=${typeId}`, typeId })).toEqual(noSuchPage)
})

test('what goes on any vehicle is paged after what is made for it, beyond the numbers too', async ({
  db,
}) => {
  const { rangeId, total, firstId } = await aLongRange(db)
  const clio = await aType(db)
  await db.execute(sql`insert into universal_products (range_id, product_id)
    select range_id, id from products where range_id = ${rangeId}`)
  await fitted(db, { typeId: clio, productId: firstId + 2 })

  const seen: number[] = []
  for (let search = '?page=50'; search; ) {
    const { groups, view } = await listed(db, rangeId, { typeId: clio, search })
    seen.push(...groups.flatMap(({ productIds }) => productIds))
    search = view.page < view.pageCount ? (view.beyond.next ?? '') : ''
  }

  expect(new Set(seen).size).toBe(total - 49 * PER_PAGE)
  expect(seen).toHaveLength(total - 49 * PER_PAGE)
})

/** Prices, names and days that many products share, so that only their numbers tell them apart. */
async function aLongRange(db: Database) {
  const [rangeId, brandId] = [await aRange(db), await aBrand(db)]
  const total = 52 * PER_PAGE + 5
  await db.execute(sql`
    insert into products (range_id, brand_id, slug, status)
    select ${rangeId}::int, ${brandId}::int, 'long-' || ${rangeId}::int || '-' || n, 'available'
    from generate_series(1, ${total}::int) n`)
  await db.execute(sql`
    insert into product_documents (product_id, language, slug, name, brand_id, brand_name, family_id, range_id,
      range_name, description, "references", attributes, price_cents, available, created_at)
    select id, 'fr', slug, 'Pièce ' || id % 7, brand_id, '', 0, range_id, '', '', '{}', '{}', 1000 + id % 5 * 10,
      id % 3, timestamptz '2026-01-01 12:00:00.123456+00' + id % 4 * interval '1 microsecond'
    from products where range_id = ${rangeId}`)
  const [first] = await db.execute<{ id: number }>(sql`
    select min(id) as id from products where range_id = ${rangeId}`)
  return { rangeId, total, firstId: first?.id ?? 0 }
}
