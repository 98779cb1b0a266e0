import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import {
  all,
  filterConditions,
  listedDocuments,
  type Scope,
  type TextMatch,
} from './document-conditions.server'
import { countFacets } from './facet-queries.server'
import type { ListingFilters, Sort } from './listing-filters'
import type { FacetCounts, FacetName } from './product-search'

export type ListedProduct = { productId: number; name: string }

export type Listing = { products: ListedProduct[]; total: number; facets: FacetCounts }

export type ListingQuestion = {
  language: Language
  scope: Scope
  match?: TextMatch
  filters: ListingFilters
  sort: Sort
  page: number
  perPage: number
  facets: readonly FacetName[]
}

/** One page of a listing, with how many products it has in all and how many each choice would leave. */
export async function listProducts(db: Database, question: ListingQuestion): Promise<Listing> {
  const [products, { total, facets }] = await Promise.all([
    listPage(db, question),
    countFacets(db, {
      listed: listedDocuments(question.language, question.scope, question.match),
      filters: filterConditions(question.filters),
      facets: question.facets,
    }),
  ])
  return { products, total, facets }
}

async function listPage(
  db: Database,
  { language, scope, match, filters, sort, page, perPage }: ListingQuestion,
): Promise<ListedProduct[]> {
  const rows = await db.execute<{ product_id: number; name: string }>(sql`
    select d.product_id, ${match?.markedName ?? sql`d.name`} as name
    from (
      select d.* from product_documents d
      where ${listedDocuments(language, scope, match)}
        and ${all(filterConditions(filters).map(({ condition }) => condition))}
      order by ${orderOf(sort, match)}
      limit ${perPage} offset ${(page - 1) * perPage}
    ) d
    order by ${orderOf(sort, match)}`)
  return rows.map((row) => ({ productId: row.product_id, name: row.name }))
}

/** What can be had comes before what is sold out; the product's number decides the rest, so that pages never overlap. */
function orderOf(sort: Sort, match: TextMatch | undefined): SQL {
  switch (sort) {
    case 'relevance':
      return match
        ? sql`${match.rank} desc, d.available > 0 desc, d.product_id`
        : sql`d.available > 0 desc, d.product_id`
    case 'price-asc':
      return sql`d.price_cents, d.product_id`
    case 'price-desc':
      return sql`d.price_cents desc, d.product_id`
    case 'newest':
      return sql`d.created_at desc, d.product_id desc`
    case 'name':
      return sql`d.name, d.product_id`
  }
}
