import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { FIT_GROUPS, type FitGroup } from '~/vehicles/fit-groups'
import { concernsVehicles } from '~/vehicles/fit-queries.server'
import { reasonInWords } from '~/vehicles/reason-words'
import { shortVehicleName } from '~/vehicles/vehicle-name'
import { facetAttributes, withKnownNames } from './listing/facet-groups'
import { readFacetWords } from './listing/facet-words.server'
import { type FittingListing, listFitting, listWhole } from './listing/list-fitting.server'
import type { ListedProduct } from './listing/listing-queries.server'
import { type ListingView, urlOf, viewListing } from './listing/listing-view.server'
import { hasNoCursor, LAST_NUMBERED_PAGE, type ListingState, parseListing } from './listing-filters'
import { countRange } from './range-counts.server'

type Shop = { db: Database; reads: Database; cache: Cache }

type Asked = {
  rangeId: number
  params: URLSearchParams
  language: Language
  /** Whose parts are wanted; the URL may still ask for all. */
  mine: ChosenVehicle | null
  /** The path itself is the vehicle's, so that the query need not name it. */
  isVehicleInPath?: boolean
}

export type RangeListing = Extract<Awaited<ReturnType<typeof listRange>>, { ok: true }>

/** One page of a range, as its URL asks for it: the whole range, or what of it is for a vehicle. */
export async function listRange(shop: Shop, asked: Asked) {
  const { params, language, mine, isVehicleInPath } = asked
  const words = await readFacetWords(shop, language)
  const read = parseListing(params, facetAttributes(words))
  const filters = { ...withKnownNames(read.filters, words), ranges: [] }
  const state = { ...read, query: '', filters, vehicle: isVehicleInPath ? null : read.vehicle }

  const found = await find(shop, asked, state)
  const view = viewListing(found, { language, words, params })
  if (state.page > view.pageCount || hasNoCursor(state)) return leadElsewhere(found.state, state, view)

  const { forVehicle, page, otherwise } = found
  const isNamed = forVehicle && mine && !isVehicleInPath
  return {
    ok: true,
    view: isNamed ? { ...view, applied: [chosen(mine, otherwise, language), ...view.applied] } : view,
    groups: forVehicle ? groupsOf(page, forVehicle) : [{ group: null, productIds: idsOf(page) }],
    /** What is to be checked of the vehicle first, in words, by product. */
    checks: forVehicle ? checksOf(page, forVehicle, { language }) : {},
    fitting: forVehicle && { counts: forVehicle.fitting, total: found.whole.total },
    /** The same list of the whole range, or of the vehicle's parts in place of it; empty where there is no choice. */
    otherwise,
  } as const
}

/** `state` says whose parts are listed, whoever chose the vehicle: so do all URLs made of it. */
async function find(shop: Shop, { rangeId, language, mine, isVehicleInPath }: Asked, state: ListingState) {
  const [whole, forVehicle] = await Promise.all([
    countRange(shop, { rangeId }),
    mine && state.vehicle !== 'all' ? listFitting(shop, { rangeId, mine, state, language }) : null,
  ])
  const forMine = mine ? { ...state, vehicle: mine.vehicle.id } : state
  if (forVehicle)
    return {
      ...forVehicle,
      forVehicle,
      whole,
      state: isVehicleInPath ? state : forMine,
      otherwise: urlOf({ ...state, vehicle: 'all' }),
    }
  const canNarrow = mine && (await concernsVehicles(shop, rangeId))
  return {
    ...(await listWhole(shop, { rangeId, state, language })),
    forVehicle: null,
    whole,
    state,
    otherwise: canNarrow ? urlOf(forMine) : '',
  }
}

/**
 * A page that is not there, unless only the visitor's vehicle made the list too short for it; or one that is not counted
 * out, and asked for without a cursor.
 */
function leadElsewhere(state: ListingState, asked: ListingState, { pageCount, firstPage }: ListingView) {
  const isTooFar = asked.page > pageCount
  if (isTooFar && state.vehicle === asked.vehicle) return { ok: false, reason: 'no-such-page' } as const
  const url = isTooFar ? firstPage : urlOf(state, { page: LAST_NUMBERED_PAGE })
  return { ok: false, reason: 'elsewhere', url } as const
}

/** The vehicle among what the list is filtered by. */
function chosen({ vehicle }: ChosenVehicle, without: string, language: Language) {
  return { facet: translator(language)('vehicles.slot.mine'), label: shortVehicleName(vehicle), without }
}

type Shown = Pick<ListedProduct, 'productId'>

export const idsOf = (products: readonly Shown[]) => products.map(({ productId }) => productId)

export function groupsOf(page: readonly Shown[], { fitOfProduct }: FittingListing) {
  return FIT_GROUPS.map((group): { group: FitGroup | null; productIds: number[] } => ({
    group,
    productIds: idsOf(page).filter((id) => (fitOfProduct(id)?.fit ?? 'universal') === group),
  })).filter(({ productIds }) => productIds.length > 0)
}

/** What is to be checked of the vehicle first, in words, by product; `instead` says of some products something else. */
export function checksOf(
  page: readonly Shown[],
  { fitOfProduct }: FittingListing,
  { language, instead = () => null }: { language: Language; instead?: (productId: number) => string | null },
): Record<number, string[]> {
  const t = translator(language)
  return Object.fromEntries(
    page.flatMap(({ productId }) => {
      const reasons = fitOfProduct(productId)?.reasons ?? []
      const said = instead(productId)
      const checks = said === null ? reasons.map((reason) => reasonInWords(t, language, reason)) : [said]
      return checks.length > 0 ? [[productId, checks]] : []
    }),
  )
}
