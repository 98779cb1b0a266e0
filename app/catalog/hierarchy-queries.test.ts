import { openCache } from '~/platform/cache.server'
import { aProduct, aRange, unique } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { findBrandBySlug, listBrandProductIds, listBrandRanges, listBrands } from './brand-queries.server'
import { brands } from './family-tables.server'
import { listFamilies } from './hierarchy-queries.server'

test('a range counts what is sold, a family what its ranges count', async ({ db }) => {
  const rangeId = await aRange(db)
  await aProduct(db, { rangeId })
  await aProduct(db, { rangeId })
  await aProduct(db, { rangeId, status: 'archived' })

  const families = await listFamilies({ db, cache: openCache(undefined) }, 'en')

  const family = families.find((one) => one.ranges.some((range) => range.id === rangeId))
  expect(family).toMatchObject({ name: 'Braking', productCount: 2 })
  expect(family?.ranges).toMatchObject([{ name: 'Disques de frein', productCount: 2, image: null }])
})

test('a brand is listed with what it has for sale, page by page', async ({ db }) => {
  const slug = unique('brembo')
  const [brand] = await db.insert(brands).values({ slug, name: slug }).returning()
  if (!brand) throw new Error('No brand')
  const made: number[] = []
  for (let n = 0; n < 3; n++) made.push((await aProduct(db, { brandId: brand.id })).id)
  await aProduct(db, { brandId: brand.id, status: 'draft' })

  const all = await listBrands({ db, cache: openCache(undefined) })
  const second = await listBrandProductIds(db, { brandId: brand.id, page: 2, perPage: 2 })
  const itsRanges = await listBrandRanges(db, { brandId: brand.id, language: 'fr' })

  expect(all.find((one) => one.slug === slug)).toEqual({ slug, name: slug, productCount: 3 })
  expect(second).toEqual({ ids: made.slice(2), total: 3 })
  expect(itsRanges.map((range) => range.productCount)).toEqual([1, 1, 1])
  expect(await findBrandBySlug(db, slug)).toEqual({ id: brand.id, slug, name: slug })
  expect(await findBrandBySlug(db, "brembo'--")).toBeNull()
})
