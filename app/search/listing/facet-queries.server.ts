import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { all, attributeFacet, type FilterCondition } from '../documents/document-conditions.server'
import type { FacetCounts, FacetName, ListingCounts, ValueCount } from '../engine/product-search'
import { PRICE_STEPS } from './bands'

type Question = { listed: SQL; filters: FilterCondition[]; facets: readonly FacetName[] }

/** Reads the listing once; every facet is counted over it with all filters but its own. */
export async function countFacets(
  db: Database,
  { listed, filters, facets }: Question,
): Promise<ListingCounts> {
  const wants = (facet: FacetName) => facets.includes(facet)
  const passes = passedFilters(filters)
  const tests = filters.map(({ condition }, index) => sql`${condition} as ${sql.raw(`f${index}`)}`)

  const columns = [sql`d.brand_slug, d.range_slug, d.price_cents, d.available > 0 as in_stock`, ...tests]
  if (wants('attributes')) columns.push(sql`d.attributes`)
  const counts = [
    sql`select 'total' as facet, '' as value, count(*) filter (where ${passes()}) as count from listed`,
  ]
  if (wants('brand')) counts.push(groupCount('brand', sql`brand_slug`, passes('brand')))
  if (wants('range')) counts.push(groupCount('range', sql`range_slug`, passes('range')))
  if (wants('price')) counts.push(groupCount('price', PRICE_BAND, passes('price')))
  if (wants('stock'))
    counts.push(sql`select 'stock', '', count(*) filter (where in_stock and ${passes('stock')}) from listed`)
  if (wants('attributes')) counts.push(attributeCounts(filters))

  const rows = await db.execute<CountRow>(sql`
    with listed as materialized (
      select ${sql.join(columns, sql`, `)} from product_documents d where ${listed}
    )
    ${sql.join(counts, sql` union all `)}`)
  return readCounts(rows)
}

type CountRow = { facet: string; value: string; count: string }

const PRICE_BAND = sql.raw(`width_bucket(price_cents, array[${PRICE_STEPS.join(', ')}])::text`)

/** Whether a document passes every filter, leaving out that of one facet. */
function passedFilters(filters: readonly FilterCondition[]) {
  return (but?: string): SQL =>
    all(filters.flatMap(({ facet }, index) => (facet === but ? [] : [sql.raw(`f${index}`)])))
}

function groupCount(facet: string, column: SQL, passes: SQL): SQL {
  return sql`select ${facet}::text, ${column}, count(*) filter (where ${passes}) from listed group by 2`
}

function attributeCounts(filters: readonly FilterCondition[]): SQL {
  // An attribute is not counted with its own filter: each row is of one attribute and skips that one.
  const passesOthers = filters.map(({ facet }, index) =>
    facet.startsWith(attributeFacet(''))
      ? sql`(${sql.raw(`f${index}`)} or ${attributeFacet('')}::text || a.key = ${facet}::text)`
      : sql.raw(`f${index}`),
  )
  return sql`
    select ${attributeFacet('')}::text || a.key, v.value,
      count(*) filter (where ${all(passesOthers)})
    from listed, jsonb_each(attributes) a, jsonb_array_elements_text(a.value) v
    group by 1, 2`
}

function readCounts(rows: readonly CountRow[]): ListingCounts {
  const facets: FacetCounts = { brands: [], ranges: [], priceBands: [], inStock: 0, attributes: {} }
  const attributes = new Map<string, ValueCount[]>()
  let total = 0
  for (const row of rows) {
    const counted = { value: row.value, count: Number(row.count) }
    if (row.facet === 'total') total = counted.count
    else if (row.facet === 'brand') facets.brands.push(counted)
    else if (row.facet === 'range') facets.ranges.push(counted)
    else if (row.facet === 'price') facets.priceBands.push(counted)
    else if (row.facet === 'stock') facets.inStock = counted.count
    else {
      const key = row.facet.slice(attributeFacet('').length)
      attributes.set(key, [...(attributes.get(key) ?? []), counted])
    }
  }
  return { total, facets: { ...facets, attributes: Object.fromEntries(attributes) } }
}
