import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import type { PartlyFittingProduct } from '../fitting-queries.server'
import { checksOf, groupsOf, idsOf } from '../list-range.server'
import type { FacetWords } from '../listing/facet-groups'
import { urlOf, viewListing } from '../listing/listing-view.server'
import type { ListingState } from '../listing-filters'
import type { UnderstoodQuery } from '../understanding/understand-query.server'
import { findPartForVehicle, listPartForVehicle } from './list-part-for-vehicle.server'
import { choicesOf } from './vehicle-choices.server'

type Shop = { db: Database; reads: Database; cache: Cache }

type Asked = {
  understood: UnderstoodQuery
  state: ListingState
  words: FacetWords
  params: URLSearchParams
  language: Language
  /** The shopper's own vehicle. */
  mine: ChosenVehicle | null
}

export type VehicleAnswer = NonNullable<Awaited<ReturnType<typeof searchForVehicle>>>

/** What a part and a vehicle, typed in one line, are answered with. Null where no such part is for vehicles. */
export async function searchForVehicle(shop: Shop, { words, params, ...asked }: Asked) {
  const { understood, state, language } = asked
  const found = await findPartForVehicle(shop, asked)
  if (!found) return null
  const { range, meant, chosen, name, typeIds } = found
  const { fitting, shown, partly, isOnlyUniversal } = await listPartForVehicle(shop, {
    found,
    state,
    language,
  })
  const first = { ...state, page: 1, cursor: null }
  const said = understood.vehicle.said
  return {
    heading: translator(language)('vehicles.range.heading', { range: range.name, vehicle: name }),
    vehicleName: name,
    range: { slug: range.slug, name: range.name, family: range.family },
    vehicle: chosen,
    isMine: found.isMine,
    /** Null where nothing is known to fit, or no model was named: then the whole range is listed. */
    fitting: fitting?.fitting ?? null,
    isModelNamed: understood.vehicle.isModelNamed,
    view: viewListing({ counts: shown.counts, state, page: shown.page }, { language, words, params }),
    groups: fitting ? groupsOf(fitting.page, fitting) : [{ group: null, productIds: idsOf(shown.page) }],
    checks: fitting
      ? checksOf(fitting.page, fitting, {
          language,
          instead: fitsSome(partly, { typeCount: typeIds.length, language }),
        })
      : {},
    otherRanges: found.otherRanges.map(({ name: label, slug }) => ({
      name: label,
      to: urlOf({ ...first, filters: { ...state.filters, ranges: [slug] } }),
    })),
    choices:
      chosen || isOnlyUniversal
        ? null
        : choicesOf(meant, { state, partWords: understood.partWords, said, language }),
    /** The same search for any of the vehicles that may be meant. */
    anyVehicle: chosen && meant.types.length > 1 ? urlOf({ ...first, vehicle: null }) : null,
    leftOut: found.unknown,
    asWords: urlOf({ ...first, vehicle: 'all' }),
  }
}

/** Where a part fits some of the types that may be meant, the type is to be known first. */
function fitsSome(
  partly: readonly PartlyFittingProduct[],
  { typeCount, language }: { typeCount: number; language: Language },
): (productId: number) => string | null {
  const t = translator(language)
  const counts = new Map(partly.map((product) => [product.productId, product.typeCount]))
  return (productId) => {
    const count = counts.get(productId) ?? typeCount
    return count < typeCount ? t('search.forVehicle.some', { count, total: typeCount }) : null
  }
}
