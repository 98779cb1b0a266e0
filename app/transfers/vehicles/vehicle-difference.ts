import type { StoredModel, StoredType } from '~/vehicles/stored-vehicles.server'
import { MODEL_FACTS, TYPE_FACTS } from '~/vehicles/vehicle-columns.server'
import type { MatchedModel } from './match-models.server'
import { addressesFor, matchTypes } from './match-types'
import { addressOf } from './name-key'
import type { VehicleRow, VehicleType } from './vehicle-rows'

export type TypeDifference = { row: number; stored: StoredType | null; target: VehicleType }

export type ModelDifference = {
  match: MatchedModel
  stored: StoredModel | null
  target: { slug: string; name: string; fromMonth: number; untilMonth: number | null }
  isModelChanged: boolean
  types: TypeDifference[]
  /** Rows that could be about several types of the shop. */
  notClear: VehicleRow[]
  /** New types that another one of their name kept from the address it makes. */
  toldApart: TypeDifference[]
}

/** What a file's rows make of one model. */
export function modelDifference(match: MatchedModel, stored: StoredModel | null): ModelDifference {
  const byAddress = typesByAddress(match.rows, stored)
  const byName = typesByName(match.rows, stored, byAddress)
  const types = [...byAddress.values(), ...byName.types]
  return {
    match,
    stored,
    ...modelOf(match, stored, types),
    types,
    notClear: byName.notClear,
    toldApart: byName.types.filter(({ stored: known, target }) => {
      return !known && target.slug !== addressOf(target.name)
    }),
  }
}

/** A row of a year adds it to the type, also to one that another row already named. */
function typesByAddress(rows: readonly VehicleRow[], stored: StoredModel | null) {
  const types = new Map<string, TypeDifference>()
  for (const { row, type, addsYears, absent } of rows) {
    const { slug } = type
    if (slug === null) continue
    const known = stored?.types.find((one) => one.slug === slug) ?? null
    const before = types.get(slug)?.target ?? known
    const target = { ...type, slug, ...keptOf(known, absent) }
    const span = addsYears && before ? spanOf([before, type]) : {}
    types.set(slug, { row: types.get(slug)?.row ?? row, stored: known, target: { ...target, ...span } })
  }
  return types
}

function typesByName(
  rows: readonly VehicleRow[],
  stored: StoredModel | null,
  byAddress: ReadonlyMap<string, TypeDifference>,
) {
  const others = stored?.types.filter(({ slug }) => !byAddress.has(slug)) ?? []
  const matches = matchTypes(
    rows.filter(({ type }) => type.slug === null),
    others,
  )
  const fresh = matches.filter(({ stored: known }) => known === null).map(({ row }) => row)
  const storedSlugs = new Set(stored?.types.map(({ slug }) => slug))
  const addresses = addressesFor(
    fresh.map(({ type }) => type),
    (address) => storedSlugs.has(address) || byAddress.has(address),
  )
  const types: TypeDifference[] = []
  const notClear: VehicleRow[] = []
  for (const { row, stored: known } of matches) {
    if (known === 'not-clear') notClear.push(row)
    else {
      const slug = known?.slug ?? addresses[fresh.indexOf(row)] ?? ''
      const target = { ...row.type, slug, ...keptOf(known, row.absent) }
      types.push({ row: row.row, stored: known, target })
    }
  }
  return { types, notClear }
}

/** What the file has no column for stays as it is. */
function keptOf(stored: StoredType | null, absent: VehicleRow['absent']): Partial<VehicleType> {
  if (!stored) return {}
  const kept: Partial<VehicleType> = {}
  if (absent.has('engine_code')) kept.engineCode = stored.engineCode
  if (absent.has('power_kw')) kept.powerKw = stored.powerKw
  if (absent.has('displacement_cc')) kept.displacementCc = stored.displacementCc
  if (absent.has('until')) kept.untilMonth = stored.untilMonth
  return kept
}

function modelOf({ slug, rows }: MatchedModel, stored: StoredModel | null, types: readonly TypeDifference[]) {
  const [first] = rows
  if (!first) throw new Error('A model has at least one row')
  const all = [...(stored ? [stored] : []), ...types.map(({ target }) => target)]
  const span = spanOf(all.length > 0 ? all : [first.type])
  const target = {
    slug,
    name: first.addsYears ? (stored?.name ?? first.model.name) : first.model.name,
    fromMonth: first.model.fromMonth ?? span.fromMonth,
    untilMonth: first.model.fromMonth === null ? span.untilMonth : first.model.untilMonth,
  }
  return {
    target,
    isModelChanged: !stored || !isSame(stored, target, MODEL_FACTS.keys),
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

export function isTypeChanged({ stored, target }: TypeDifference): boolean {
  return stored !== null && !isSame(stored, target, TYPE_FACTS.keys)
}

function isSame<Thing>(one: Thing, other: Thing, facts: readonly (keyof Thing)[]): boolean {
  return facts.every((fact) => one[fact] === other[fact])
}
