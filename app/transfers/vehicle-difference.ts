import type { StandingModel, StandingType } from '~/vehicles/standing-vehicles.server'
import type { VehicleRow, VehicleType } from './vehicle-rows'

/** All rows of one model that follow each other. */
export type ModelPlan = { row: number; lastRow: number; rows: VehicleRow[] }

export type TypeDifference = { row: number; standing: StandingType | null; target: VehicleType }

export type ModelDifference = {
  plan: ModelPlan
  standing: StandingModel | null
  make: VehicleRow['make']
  target: { slug: string; name: string; fromMonth: number; untilMonth: number | null }
  isModelChanged: boolean
  types: TypeDifference[]
}

/** What a file's rows make of one model: a row of a type that another row already named adds to it or takes its place. */
export function modelDifference(
  plan: ModelPlan,
  rows: VehicleRow[],
  standing: StandingModel | null,
): ModelDifference {
  const types = new Map<string, TypeDifference>()
  for (const { row, type, addsYears } of rows) {
    const known = standing?.types.find(({ slug }) => slug === type.slug) ?? null
    const before = types.get(type.slug)?.target ?? known
    const target = addsYears && before ? { ...type, ...spanOf([before, type]) } : type
    types.set(type.slug, { row: types.get(type.slug)?.row ?? row, standing: known, target })
  }
  const [first] = rows
  if (!first) throw new Error('A model has at least one row')
  const all = [...types.values()].map(({ target }) => target)
  const span = spanOf(standing ? [standing, ...all] : all)
  const target = {
    slug: first.model.slug,
    name: first.addsYears ? (standing?.name ?? first.model.name) : first.model.name,
    fromMonth: first.model.fromMonth ?? span.fromMonth,
    untilMonth: first.model.fromMonth === null ? span.untilMonth : first.model.untilMonth,
  }
  return {
    plan,
    standing,
    make: first.make,
    target,
    isModelChanged: !standing || !isSame(standing, target, ['name', 'fromMonth', 'untilMonth']),
    types: [...types.values()],
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
