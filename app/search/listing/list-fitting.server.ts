import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { concernsVehicles } from '~/vehicles/fit-queries.server'
import { countDocuments, passes } from '../documents/count-documents'
import type { TextMatch } from '../documents/document-conditions.server'
import { sumOfCounts } from '../engine/product-search'
import { type FittingProduct, listFittingProducts } from '../fitting-queries.server'
import {
  hasFilters,
  hasNoCursor,
  type ListingFilters,
  type ListingState,
  NO_FILTERS,
} from '../listing-filters'
import { countRange, RANGE_FACETS } from '../range-counts.server'
import { countProducts, listProducts } from './listing-queries.server'
import { PER_PAGE } from './listing-view.server'

type Shop = { db: Database; reads: Database; cache: Cache }
type Asked = { rangeId: number; mine: ChosenVehicle; state: ListingState; language: Language }

export type FittingListing = NonNullable<Awaited<ReturnType<typeof listFitting>>>

/**
 * A page of what a range has for a vehicle: what fits, then what to check first, then what goes on any vehicle, each in the
 * listing's order. Null for a range that has nothing to do with vehicles.
 */
export async function listFitting(shop: Shop, { rangeId, mine, state, language }: Asked) {
  const own = await listFittingProducts(shop.reads, {
    rangeId,
    typeId: mine.vehicle.id,
    known: mine.known,
    language,
    sort: state.sort,
  })
  return pageOfFitting(shop, { rangeId, own, state, language })
}

type Pieced = Omit<Asked, 'mine'> & {
  own: readonly FittingProduct[]
  /** What words were typed beside the range's name. */
  match?: TextMatch | undefined
}

/** A page of a whole range, or of what words leave of it. */
export async function listWhole(shop: Shop, { rangeId, state, language, match }: Omit<Pieced, 'own'>) {
  const { filters, sort, page, cursor } = state
  const scope = { rangeId }
  const asked = { language, scope, match, filters, sort, limit: PER_PAGE }
  const [products, counts] = await Promise.all([
    hasNoCursor(state)
      ? []
      : listProducts(shop.reads, cursor ? { ...asked, cursor } : { ...asked, skip: (page - 1) * PER_PAGE }),
    match
      ? countProducts(shop.reads, { language, scope, match, filters, facets: RANGE_FACETS })
      : countRange(shop, { rangeId, filters }),
  ])
  return { page: products, counts }
}

/**
 * Products made for a vehicle are few: all of them are read, counted, and the page is cut from them. What goes on any
 * vehicle follows.
 */
export async function pageOfFitting(shop: Shop, { rangeId, own, state, language, match }: Pieced) {
  const { filters } = state
  const universalOf = (some: ListingFilters) =>
    match
      ? countProducts(shop.reads, {
          language,
          scope: { universalOf: rangeId, but: [] },
          match,
          filters: some,
          facets: RANGE_FACETS,
        })
      : countRange(shop, { rangeId, part: 'universal', filters: some })
  const [anyVehicles, anyLeft] = await Promise.all([
    universalOf(NO_FILTERS),
    hasFilters(filters) ? universalOf(filters) : null,
  ])
  const hasNone = own.length === 0 && anyVehicles.total === 0
  if (hasNone && !(await concernsVehicles(shop, rangeId))) return null

  const left = own.filter((product) => passes(product, filters))
  const inOrder = [...of('fits', left), ...of('check', left)]
  const universal = anyLeft ?? anyVehicles
  const rest =
    universal.total > 0 ? await listUniversal(shop, { rangeId, inOrder, state, language, match }) : []
  const standing = new Map(own.map((product) => [product.productId, product]))
  return {
    page: [...inOrder.slice((state.page - 1) * PER_PAGE, state.page * PER_PAGE), ...rest],
    counts: sumOfCounts(
      // What goes on any vehicle as well is counted there.
      countDocuments(
        own.filter(({ isUniversal }) => !isUniversal),
        filters,
      ),
      universal,
    ),
    fitting: { fits: of('fits', own).length, check: of('check', own).length, universal: anyVehicles.total },
    /** None of what goes on any vehicle. */
    fitOfProduct: (productId: number) => standing.get(productId),
  }
}

function of(fit: FittingProduct['fit'], products: readonly FittingProduct[]): FittingProduct[] {
  return products.filter((product) => product.fit === fit)
}

/** Fills the page up with what goes on any vehicle. */
async function listUniversal(
  { reads }: Shop,
  { rangeId, inOrder, state, language, match }: { inOrder: readonly FittingProduct[] } & Omit<Pieced, 'own'>,
) {
  const { filters, sort, page, cursor } = state
  const skip = (page - 1) * PER_PAGE - inOrder.length
  const limit = Math.min(PER_PAGE, skip + PER_PAGE)
  if (limit <= 0 || hasNoCursor(state)) return []
  const but = inOrder.map(({ productId }) => productId)
  const asked = { language, scope: { universalOf: rangeId, but }, match, filters, sort, limit }
  const isAmongThem = cursor && !but.includes(cursor.productId)
  return listProducts(reads, isAmongThem ? { ...asked, cursor } : { ...asked, skip: Math.max(0, skip) })
}
