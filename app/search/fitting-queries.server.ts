import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import type { KnownFacts } from '~/vehicles/fit-of'
import {
  type FitmentRow,
  fitmentsToAny,
  fitmentsWithin,
  type ProductFit,
  productFits,
} from '~/vehicles/fit-queries.server'
import type { FacetedDocument } from './documents/count-documents'
import type { TextMatch } from './documents/document-conditions.server'
import { cursorKey, orderOf } from './listing/listing-order.server'
import type { ListedProduct } from './listing/listing-queries.server'
import type { Sort } from './listing/sorts'

/** A product on sale that is listed for a vehicle. */
export type FittingProduct = FacetedDocument & ProductFit & Pick<ListedProduct, 'key'>

type Listed = { rangeId: number; language: Language; sort: Sort; match?: TextMatch | undefined }

/** The products of a range that were made for a vehicle's type, on sale, in the listing's order: the few that fit. */
export async function listFittingProducts(
  db: Database,
  { known, ...asked }: Listed & { typeId: number; known: KnownFacts },
): Promise<FittingProduct[]> {
  const rows = await db.execute<FitmentRow & Documented>(documented(fitmentsWithin(asked), asked))
  const fits = new Map(productFits(rows, known).map((one) => [one.productId, one]))
  const products = new Map(rows.map((row) => [row.productId, row]))
  return [...products].flatMap(([productId, { brandSlug, priceCents, isAvailable, attributes, key }]) => {
    const fit = fits.get(productId)
    return fit ? [{ ...fit, brandSlug, priceCents, isAvailable, attributes, key }] : []
  })
}

type Documented = FacetedDocument & { key: string }

/** Fitments with the documents of their products, in the listing's order. */
function documented(fitments: SQL, { language, sort, match }: Listed): SQL {
  return sql`
    select f.*, d.brand_slug as "brandSlug", d.price_cents as "priceCents", d.available > 0 as "isAvailable",
      d.attributes, ${cursorKey(sort)} as key
    from (${fitments}) f
    join product_documents d on d.product_id = f."productId" and d.language = ${language}
    ${match ? sql`where ${match.condition}` : sql``}
    order by ${orderOf(sort)}`
}

/** A product that was made for some of the types that may be meant; `typeCount` says for how many. */
export type PartlyFittingProduct = FittingProduct & { typeCount: number }

/**
 * The products of a range for any of several types. What fits each of them without conditions fits; of the rest the type is
 * to be known first. What fits most of them comes first.
 */
export async function listPartlyFitting(
  db: Database,
  { typeIds, ...asked }: Listed & { typeIds: readonly number[] },
): Promise<PartlyFittingProduct[]> {
  const rows = await db.execute<
    Documented & { productId: number; isUniversal: boolean; typeCount: number; sureCount: number }
  >(documented(fitmentsToAny({ rangeId: asked.rangeId, typeIds }), asked))
  const products = rows.map(({ sureCount, ...product }) => ({
    ...product,
    fit: sureCount === typeIds.length ? ('fits' as const) : ('check' as const),
    reasons: [],
  }))
  return asked.sort === 'relevance' ? products.toSorted((a, b) => b.typeCount - a.typeCount) : products
}
