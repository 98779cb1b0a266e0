import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { concernsVehicles, listStandings, type Standing } from '~/vehicles/standing-queries.server'
import { hasFilters, hasNoPlace, type ListingState, NO_FILTERS } from './listing-filters'
import { countProducts, type ListedProduct, listProducts } from './listing-queries.server'
import { PER_PAGE } from './listing-view.server'
import { type ListingCounts, NO_COUNTS, sumOfCounts } from './product-search'
import { countRange, RANGE_FACETS } from './range-counts.server'

type Shop = { db: Database; cache: Cache }
type Asked = { rangeId: number; mine: ChosenVehicle; state: ListingState; language: Language }

export type FittingListing = NonNullable<Awaited<ReturnType<typeof listFitting>>>

/**
 * A page of what a range has for a vehicle: what fits, then what to check first, then what goes on any vehicle, each in the
 * listing's order. Null for a range that has nothing to do with vehicles.
 */
export async function listFitting(shop: Shop, { rangeId, mine, state, language }: Asked) {
  const standings = await listStandings(shop.db, { rangeId, typeId: mine.vehicle.id, known: mine.known })
  const [named, universal] = await Promise.all([
    listNamed(shop, { standings, state, language }),
    countRange(shop, { rangeId, part: 'universal' }),
  ])
  const hasNone = standings.length === 0 && universal.total === 0
  if (hasNone && !(await concernsVehicles(shop, rangeId))) return null

  const universalLeft = hasFilters(state.filters)
    ? await countRange(shop, { rangeId, part: 'universal', filters: state.filters })
    : universal
  const shown = named.listed.slice((state.page - 1) * PER_PAGE, state.page * PER_PAGE)
  const rest =
    universalLeft.total > 0
      ? await listUniversal(shop, { rangeId, named: named.listed, state, language })
      : []
  return {
    page: [...shown, ...rest],
    counts: sumOfCounts(named.counts, universalLeft),
    fitting: { ...named.sold, universal: universal.total },
    /** None of what goes on any vehicle. */
    standingOf: (productId: number) => named.standing.get(productId),
  }
}

/** Products made for the vehicle are few: all of them are read, in their order, and the page is cut from them. */
async function listNamed(
  { db }: Shop,
  { standings, state, language }: { standings: readonly Standing[] } & Pick<Asked, 'state' | 'language'>,
) {
  const standing = new Map(standings.map((one) => [one.productId, one]))
  const ids = [...standing.keys()]
  if (ids.length === 0) return { standing, listed: [], counts: NOTHING, sold: { fits: 0, check: 0 } }
  const list = (filters: ListingState['filters']) =>
    listProducts(db, { language, scope: { ids }, filters, sort: state.sort, limit: ids.length, skip: 0 })
  // What goes on any vehicle is counted there.
  const own = ids.filter((id) => !standing.get(id)?.isUniversal)
  const [sold, listed, counts] = await Promise.all([
    list(NO_FILTERS),
    hasFilters(state.filters) ? list(state.filters) : undefined,
    countProducts(db, { language, scope: { ids: own }, filters: state.filters, facets: RANGE_FACETS }),
  ])
  const of = (fit: Standing['fit'], products: readonly ListedProduct[]) =>
    products.filter(({ productId }) => standing.get(productId)?.fit === fit)
  return {
    standing,
    listed: [...of('fits', listed ?? sold), ...of('check', listed ?? sold)],
    counts,
    sold: { fits: of('fits', sold).length, check: of('check', sold).length },
  }
}

const NOTHING: ListingCounts = { total: 0, facets: NO_COUNTS }

/** Fills the page up with what goes on any vehicle. */
async function listUniversal(
  { db }: Shop,
  { rangeId, named, state, language }: { named: readonly ListedProduct[] } & Omit<Asked, 'mine'>,
): Promise<ListedProduct[]> {
  const { filters, sort, page, place } = state
  const skip = (page - 1) * PER_PAGE - named.length
  const limit = Math.min(PER_PAGE, skip + PER_PAGE)
  if (limit <= 0 || hasNoPlace(state)) return []
  const but = named.map(({ productId }) => productId)
  const asked = { language, scope: { universalOf: rangeId, but }, filters, sort, limit }
  const isAmongThem = place && !but.includes(place.productId)
  return listProducts(db, isAmongThem ? { ...asked, place } : { ...asked, skip: Math.max(0, skip) })
}
