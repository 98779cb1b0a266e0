import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { concernsVehicles } from '~/vehicles/standing-queries.server'
import { countDocuments, passes } from './count-documents'
import { type FittingProduct, listFittingProducts } from './fitting-queries.server'
import { hasFilters, hasNoPlace, type ListingState } from './listing-filters'
import { listProducts } from './listing-queries.server'
import { PER_PAGE } from './listing-view.server'
import { sumOfCounts } from './product-search'
import { countRange } from './range-counts.server'

type Shop = { db: Database; reads: Database; cache: Cache }
type Asked = { rangeId: number; mine: ChosenVehicle; state: ListingState; language: Language }

export type FittingListing = NonNullable<Awaited<ReturnType<typeof listFitting>>>

/**
 * A page of what a range has for a vehicle: what fits, then what to check first, then what goes on any vehicle, each in the
 * listing's order. Products made for the vehicle are few: all of them are read, counted, and the page is cut from them.
 * Null for a range that has nothing to do with vehicles.
 */
export async function listFitting(shop: Shop, { rangeId, mine, state, language }: Asked) {
  const { filters } = state
  const [own, anyVehicles, anyLeft] = await Promise.all([
    listFittingProducts(shop.reads, {
      rangeId,
      typeId: mine.vehicle.id,
      known: mine.known,
      language,
      sort: state.sort,
    }),
    countRange(shop, { rangeId, part: 'universal' }),
    hasFilters(filters) ? countRange(shop, { rangeId, part: 'universal', filters }) : null,
  ])
  const hasNone = own.length === 0 && anyVehicles.total === 0
  if (hasNone && !(await concernsVehicles(shop, rangeId))) return null

  const left = own.filter((product) => passes(product, filters))
  const inOrder = [...of('fits', left), ...of('check', left)]
  const universal = anyLeft ?? anyVehicles
  const rest = universal.total > 0 ? await listUniversal(shop, { rangeId, inOrder, state, language }) : []
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
    standingOf: (productId: number) => standing.get(productId),
  }
}

function of(fit: FittingProduct['fit'], products: readonly FittingProduct[]): FittingProduct[] {
  return products.filter((product) => product.fit === fit)
}

/** Fills the page up with what goes on any vehicle. */
async function listUniversal(
  { reads }: Shop,
  { rangeId, inOrder, state, language }: { inOrder: readonly FittingProduct[] } & Omit<Asked, 'mine'>,
) {
  const { filters, sort, page, place } = state
  const skip = (page - 1) * PER_PAGE - inOrder.length
  const limit = Math.min(PER_PAGE, skip + PER_PAGE)
  if (limit <= 0 || hasNoPlace(state)) return []
  const but = inOrder.map(({ productId }) => productId)
  const asked = { language, scope: { universalOf: rangeId, but }, filters, sort, limit }
  const isAmongThem = place && !but.includes(place.productId)
  return listProducts(reads, isAmongThem ? { ...asked, place } : { ...asked, skip: Math.max(0, skip) })
}
