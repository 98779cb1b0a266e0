import { sql } from 'drizzle-orm'
import { aSearchableShop } from '../../../tests/a-searchable-shop'
import { expect, test } from '../../../tests/shop-test'
import type { ListingCounts } from '../engine/product-search'
import { countProducts } from '../listing/listing-queries.server'
import { type ListingFilters, NO_FILTERS } from '../listing-filters'
import { RANGE_FACETS } from '../range-counts.server'
import { recomputeDocuments } from '../recompute-documents.server'
import { countDocuments, type FacetedDocument } from './count-documents'

test('a few documents are counted as the database counts them, whatever they are filtered by', async ({
  db,
}) => {
  const shelf = await aSearchableShop(db)
  await recomputeDocuments(db, { ids: Object.values(shelf.ids) })
  const scope = { rangeId: shelf.ranges.discs }
  const documents = await db.execute<FacetedDocument>(sql`
    select brand_slug as "brandSlug", price_cents as "priceCents", available > 0 as "isAvailable", attributes
    from product_documents where language = 'fr' and range_id = ${scope.rangeId}`)
  const [brand] = documents.map(({ brandSlug }) => brandSlug)
  const front = { kind: 'choice' as const, options: ['front'] }
  const small = { kind: 'number' as const, bands: [{ from: null, to: 280 }] }
  const asked: Partial<ListingFilters>[] = [
    {},
    { brands: [brand ?? ''] },
    { brands: ['nobody'] },
    { inStock: true },
    { prices: [{ from: 1000, to: 4500 }] },
    {
      prices: [
        { from: null, to: 999 },
        { from: 5000, to: null },
      ],
      inStock: true,
    },
    { attributes: { axle: front } },
    { attributes: { axle: front, diameter_mm: small }, brands: [brand ?? ''] },
    { attributes: { axle: { kind: 'choice', options: ['280'] }, diameter_mm: small } },
  ]
  for (const some of asked) {
    const filters = { ...NO_FILTERS, ...some }
    const counted = await countProducts(db, { language: 'fr', scope, filters, facets: RANGE_FACETS })
    expect(plain(countDocuments(documents, filters)), JSON.stringify(some)).toEqual(plain(counted))
  }
})

function plain({ total, facets: { brands, priceBands, inStock, attributes } }: ListingCounts) {
  const of = (values: { value: string; count: number }[] = []) =>
    Object.fromEntries(values.map(({ value, count }) => [value, count]))
  const { axle, diameter_mm, socket } = attributes
  return {
    total,
    inStock,
    brands: of(brands),
    bands: of(priceBands),
    attributes: [axle, diameter_mm, socket].map(of),
  }
}
