import type { StoredModel, StoredType } from '~/vehicles/stored-vehicles.server'
import { addressesFor, matchTypes } from './match-types'
import { addressOf } from './name-key'
import type { PlacedModel } from './place-models.server'
import type { VehicleRow, VehicleType } from './vehicle-rows'

export type TypeDifference = { row: number; standing: StoredType | null; target: VehicleType }

export type ModelDifference = {
  place: PlacedModel
  standing: StoredModel | null
  target: { slug: string; name: string; fromMonth: number; untilMonth: number | null }
  isModelChanged: boolean
  types: TypeDifference[]
  /** Rows that could be about several types of the shop. */
  notClear: VehicleRow[]
  /** New types that another one of their name kept from the address it makes. */
  toldApart: TypeDifference[]
}

/** What a file's rows make of one model. */
export function modelDifference(place: PlacedModel, standing: StoredModel | null): ModelDifference {
  const byAddress = typesByAddress(place.rows, standing)
  const byName = typesByName(place.rows, standing, byAddress)
  const types = [...byAddress.values(), ...byName.types]
  return {
    place,
    standing,
    ...modelOf(place, standing, types),
    types,
    notClear: byName.notClear,
    toldApart: byName.types.filter(({ standing: known, target }) => {
      return !known && target.slug !== addressOf(target.name)
    }),
  }
}

/** A row of a year adds it to the type, also to one that another row already named. */
function typesByAddress(rows: readonly VehicleRow[], standing: StoredModel | null) {
  const types = new Map<string, TypeDifference>()
  for (const { row, type, addsYears, absent } of rows) {
    const { slug } = type
    if (slug === null) continue
    const known = standing?.types.find((one) => one.slug === slug) ?? null
    const before = types.get(slug)?.target ?? known
    const target = { ...type, slug, ...keptOf(known, absent) }
    const span = addsYears && before ? spanOf([before, type]) : {}
    types.set(slug, { row: types.get(slug)?.row ?? row, standing: known, target: { ...target, ...span } })
  }
  return types
}

function typesByName(
  rows: readonly VehicleRow[],
  standing: StoredModel | null,
  byAddress: ReadonlyMap<string, TypeDifference>,
) {
  const others = standing?.types.filter(({ slug }) => !byAddress.has(slug)) ?? []
  const matches = matchTypes(
    rows.filter(({ type }) => type.slug === null),
    others,
  )
  const fresh = matches.filter(({ standing: known }) => known === null).map(({ row }) => row)
  const standingSlugs = new Set(standing?.types.map(({ slug }) => slug))
  const addresses = addressesFor(
    fresh.map(({ type }) => type),
    (address) => standingSlugs.has(address) || byAddress.has(address),
  )
  const types: TypeDifference[] = []
  const notClear: VehicleRow[] = []
  for (const { row, standing: known } of matches) {
    if (known === 'not-clear') notClear.push(row)
    else {
      const slug = known?.slug ?? addresses[fresh.indexOf(row)] ?? ''
      const target = { ...row.type, slug, ...keptOf(known, row.absent) }
      types.push({ row: row.row, standing: known, target })
    }
  }
  return { types, notClear }
}

/** What the file has no column for stays as it is. */
function keptOf(standing: StoredType | null, absent: VehicleRow['absent']): Partial<VehicleType> {
  if (!standing) return {}
  const kept: Partial<VehicleType> = {}
  if (absent.has('engine_code')) kept.engineCode = standing.engineCode
  if (absent.has('power_kw')) kept.powerKw = standing.powerKw
  if (absent.has('displacement_cc')) kept.displacementCc = standing.displacementCc
  if (absent.has('until')) kept.untilMonth = standing.untilMonth
  return kept
}

function modelOf(
  { slug, rows }: PlacedModel,
  standing: StoredModel | null,
  types: readonly TypeDifference[],
) {
  const [first] = rows
  if (!first) throw new Error('A model has at least one row')
  const all = [...(standing ? [standing] : []), ...types.map(({ target }) => target)]
  const span = spanOf(all.length > 0 ? all : [first.type])
  const target = {
    slug,
    name: first.addsYears ? (standing?.name ?? first.model.name) : first.model.name,
    fromMonth: first.model.fromMonth ?? span.fromMonth,
    untilMonth: first.model.fromMonth === null ? span.untilMonth : first.model.untilMonth,
  }
  return {
    target,
    isModelChanged: !standing || !isSame(standing, target, ['name', 'fromMonth', 'untilMonth']),
  }
}

type Span = { fromMonth: number; untilMonth: number | null }

/** From the first beginning to the last end; without an end if one of them has none. */
function spanOf(spans: readonly Span[]): Span {
  const untils = spans.map(({ untilMonth }) => untilMonth)
  return {
    fromMonth: Math.min(...spans.map(({ fromMonth }) => fromMonth)),
    untilMonth: untils.some((until) => until === null) ? null : Math.max(...untils.map(Number)),
  }
}

export const TYPE_FACTS = [
  'name',
  'engineCode',
  'powerKw',
  'fuel',
  'body',
  'displacementCc',
  'fromMonth',
  'untilMonth',
] as const satisfies readonly (keyof VehicleType)[]

export function isTypeChanged({ standing, target }: TypeDifference): boolean {
  return standing !== null && !isSame(standing, target, TYPE_FACTS)
}

function isSame<Thing>(one: Thing, other: Thing, facts: readonly (keyof Thing)[]): boolean {
  return facts.every((fact) => one[fact] === other[fact])
}
