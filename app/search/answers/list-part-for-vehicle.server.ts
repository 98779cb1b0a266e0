import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { ChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { concernsVehicles, countFitting } from '~/vehicles/fit-queries.server'
import { vehicleName } from '~/vehicles/vehicle-name'
import { listVehicles, type Vehicle } from '~/vehicles/vehicle-queries.server'
import { NO_COUNTS } from '../engine/product-search'
import { listFittingProducts, listPartlyFitting } from '../fitting-queries.server'
import { listWhole, pageOfFitting } from '../listing/list-fitting.server'
import type { ListingState } from '../listing-filters'
import { matchWordsBeside } from '../postgres/match-words-beside.server'
import { findTypedVehicle, type TypedVehicle } from '../understanding/find-typed-vehicle.server'
import type { NamedRange } from '../understanding/range-names'
import { readSynonyms } from '../understanding/read-synonyms.server'
import type { UnderstoodQuery } from '../understanding/understand-query.server'

type Shop = { db: Database; reads: Database; cache: Cache }

type Asked = {
  understood: UnderstoodQuery
  state: ListingState
  language: Language
  /** The shopper's own vehicle. */
  mine: ChosenVehicle | null
}

export type PartForVehicle = NonNullable<Awaited<ReturnType<typeof findPartForVehicle>>>

/** Types that one list is put together for. */
const MOST_TYPES = 400

/** Which range and which types are meant by words for both. Null where no such part is for vehicles. */
export async function findPartForVehicle(shop: Shop, { understood, state, language, mine }: Asked) {
  const { part, vehicle: named } = understood
  if (!part) return null
  const [ranges, alsoMeant, meant] = await Promise.all([
    ofVehicles(shop, part.ranges),
    ofVehicles(shop, part.alsoMeant),
    findTypedVehicle(shop.reads, named),
  ])
  if (ranges.length === 0) return null

  const chosen = await choose(shop, { meant, state, mine })
  const types = chosen ? [chosen] : meant.types
  const typeIds = types.slice(0, MOST_TYPES).map(({ id }) => id)
  const range = await chooseRange(shop, { ranges, alsoMeant, typeIds, asked: state.filters.ranges })
  const rest = part.rest.filter((word) => !range.names.some(({ words }) => words.includes(word)))
  const { match, unknown } = await matchWordsBeside(shop.reads, {
    rest,
    rangeId: range.id,
    language,
    synonyms: await readSynonyms(shop, language),
  })
  const isMine = chosen !== null && chosen.id === mine?.vehicle.id
  return {
    range,
    otherRanges: [...ranges, ...alsoMeant].filter(({ id }) => id !== range.id),
    meant,
    chosen,
    isMine,
    known: isMine ? mine.known : {},
    typeIds,
    name: chosen ? vehicleName(chosen) : meant.name,
    /** What was typed beside range and vehicle, and what of it is not known. */
    match,
    unknown: [...unknown, ...meant.unmet],
  }
}

const NOTHING_LISTED = { page: [], counts: { total: 0, facets: NO_COUNTS } }

/** A page of it: what fits, and what is universal. Nothing fits: the whole range, which is then said. */
export async function listPartForVehicle(
  shop: Shop,
  { found, state, language }: { found: PartForVehicle; state: ListingState; language: Language },
) {
  const { range, chosen, known, typeIds, match } = found
  const asked = { rangeId: range.id, language, sort: state.sort, match }
  const partly =
    chosen || typeIds.length === 0 ? [] : await listPartlyFitting(shop.reads, { ...asked, typeIds })
  const own = chosen ? await listFittingProducts(shop.reads, { ...asked, typeId: chosen.id, known }) : partly
  const listed = await pageOfFitting(shop, { ...asked, own, state })
  const counts = listed?.fitting
  const hasSome = counts !== undefined && counts.fits + counts.check + counts.universal > 0
  const whole = hasSome ? null : await listWhole(shop, { ...asked, state })
  return {
    partly,
    fitting: hasSome ? listed : null,
    isOnlyUniversal: hasSome && own.length === 0,
    shown: whole ?? listed ?? NOTHING_LISTED,
  }
}

async function ofVehicles(shop: Shop, ranges: readonly NamedRange[]): Promise<NamedRange[]> {
  const concerned = await Promise.all(ranges.map(({ id }) => concernsVehicles(shop, id)))
  return ranges.filter((_, at) => concerned[at])
}

/** The type that the URL names, the only one that may be meant, or the shopper's own if it may. */
async function choose(
  shop: Shop,
  { meant, state, mine }: { meant: TypedVehicle; state: ListingState; mine: ChosenVehicle | null },
): Promise<Vehicle | null> {
  if (typeof state.vehicle === 'number') {
    const known = meant.types.find(({ id }) => id === state.vehicle)
    return known ?? (await listVehicles(shop.reads, [state.vehicle]))[0] ?? null
  }
  if (meant.types.length === 1) return meant.types[0] ?? null
  return meant.types.find(({ id }) => id === mine?.vehicle.id) ?? null
}

/** Of the ranges that may be meant the one the URL names, else the fullest that has any for these vehicles. */
async function chooseRange(
  shop: Shop,
  {
    ranges,
    alsoMeant,
    typeIds,
    asked,
  }: {
    ranges: readonly NamedRange[]
    alsoMeant: readonly NamedRange[]
    typeIds: readonly number[]
    asked: readonly string[]
  },
): Promise<NamedRange> {
  const [first] = ranges
  if (!first) throw new Error('No range to choose from')
  const named = [...ranges, ...alsoMeant].find(({ slug }) => asked.includes(slug))
  if (named || ranges.length === 1 || typeIds.length === 0) return named ?? first
  const counts = await countFitting(shop.reads, { rangeIds: ranges.map(({ id }) => id), typeIds })
  const countOf = ({ id }: NamedRange) => counts.get(id) ?? 0
  const hasSome = (range: NamedRange) => Number(countOf(range) > 0)
  const [fullest] = ranges.toSorted(
    (a, b) => hasSome(b) - hasSome(a) || b.size - a.size || countOf(b) - countOf(a),
  )
  return fullest ?? first
}
