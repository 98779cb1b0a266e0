import { sql } from 'drizzle-orm'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import type { KnownFacts } from '~/vehicles/fit-of'
import {
  type FitmentRow,
  fitmentsWithin,
  type Standing,
  standingsOf,
} from '~/vehicles/standing-queries.server'
import type { FacetedDocument } from './count-documents'
import { orderOf, placeKey } from './listing-order.server'
import type { ListedProduct } from './listing-queries.server'
import type { Sort } from './sorts'

/** A product on sale that is listed for a vehicle. */
export type FittingProduct = FacetedDocument & Standing & Pick<ListedProduct, 'key'>

/** The products of a range that were made for a vehicle's type, on sale, in the listing's order: the few that fit. */
export async function listFittingProducts(
  db: Database,
  {
    known,
    language,
    sort,
    ...asked
  }: {
    rangeId: number
    typeId: number
    known: KnownFacts
    language: Language
    sort: Sort
  },
): Promise<FittingProduct[]> {
  const rows = await db.execute<FitmentRow & FacetedDocument & { key: string }>(sql`
    select f.*, d.brand_slug as "brandSlug", d.price_cents as "priceCents", d.available > 0 as "isAvailable",
      d.attributes, ${placeKey(sort)} as key
    from (${fitmentsWithin(asked)}) f
    join product_documents d on d.product_id = f."productId" and d.language = ${language}
    order by ${orderOf(sort)}`)
  const standings = new Map(standingsOf(rows, known).map((one) => [one.productId, one]))
  const products = new Map(rows.map((row) => [row.productId, row]))
  return [...products].flatMap(([productId, { brandSlug, priceCents, isAvailable, attributes, key }]) => {
    const standing = standings.get(productId)
    return standing ? [{ ...standing, brandSlug, priceCents, isAvailable, attributes, key }] : []
  })
}
