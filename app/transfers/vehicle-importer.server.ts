import type { Database } from '~/platform/db.server'
import { listMakeNames, listStandingModels } from '~/vehicles/standing-vehicles.server'
import { createMakes, writeModels, writeTypes } from '~/vehicles/write-vehicles.server'
import type { BatchOutcome, BatchRun, Importer } from './importer'
import { type ReportLine, reportLine } from './report'
import {
  isTypeChanged,
  type ModelDifference,
  type ModelPlan,
  modelDifference,
  TYPE_FACTS,
  type TypeDifference,
} from './vehicle-difference'
import type { VehicleReader, VehicleRow } from './vehicle-rows'

const BATCH = 500

type Made = { id: number; slug: string; name: string }
type Span = { id: number; before: unknown; after: unknown }

export type VehiclesBefore = {
  kind: 'vehicles'
  makes: number[]
  models: number[]
  types: number[]
  changedModels: Span[]
  changedTypes: Span[]
}

export function openVehicleImporter(reader: VehicleReader): Importer<ModelPlan> {
  let open: ModelPlan | null = null
  const makes = new Map<string, Made>()
  const know = (make: Made) => {
    makes.set(make.slug, make)
    makes.set(make.name.toLowerCase(), make)
  }
  const makeOf = ({ slug, name }: VehicleRow['make']) => makes.get(slug) ?? makes.get(name.toLowerCase())

  async function run(
    tx: Database,
    plans: readonly ModelPlan[],
    { isDry, isDetailed }: BatchRun,
  ): Promise<BatchOutcome> {
    const differences = await weigh(tx, plans, (row) => makeOf(row.make)?.slug ?? row.make.slug)
    const told = {
      counts: countsOf(plans, differences),
      lines: linesOf(plans, isDetailed ? differences : []),
    }
    if (isDry) return { ...told, before: {}, productIds: [], learn: () => {} }
    const wanted = new Map(
      differences.filter(({ make }) => !makeOf(make)).map(({ make }) => [make.slug, make]),
    )
    const created = await createMakes(tx, [...wanted.values()])
    const idOf = (make: VehicleRow['make']) =>
      makeOf(make)?.id ?? created.find(({ slug }) => slug === make.slug)?.id ?? 0
    const before = await apply(tx, differences, idOf)
    return {
      ...told,
      before: { ...before, makes: created.map(({ id }) => id) },
      productIds: [],
      learn: () => created.forEach(know),
    }
  }

  return {
    kind: 'vehicles',
    dialect: reader.dialect,
    batchSize: BATCH,
    notes: reader.notes,
    prepare: async (db) => (await listMakeNames(db)).forEach(know),
    run,
    add(given) {
      const row = reader.read(given)
      const [first] = open?.rows ?? []
      if (open && first && first.make.slug === row.make.slug && first.model.slug === row.model.slug) {
        open.rows.push(row)
        open.lastRow = row.row
        return null
      }
      const ended = open
      open = { row: row.row, lastRow: row.row, rows: [row] }
      return ended
    },
    end() {
      const ended = open
      open = null
      return ended
    },
  }
}

const rowsOf = ({ rows }: ModelPlan) => rows.filter(({ problems }) => problems.length === 0)

async function weigh(
  db: Database,
  plans: readonly ModelPlan[],
  makeSlug: (row: VehicleRow) => string,
): Promise<ModelDifference[]> {
  const merged = new Map<string, { plan: ModelPlan; rows: VehicleRow[]; make: string; model: string }>()
  for (const plan of plans)
    for (const row of rowsOf(plan)) {
      const [make, model] = [makeSlug(row), row.model.slug]
      const place = `${make}/${model}`
      const known = merged.get(place)
      if (known) known.rows.push(row)
      else merged.set(place, { plan, rows: [row], make, model })
    }
  const standing = await listStandingModels(
    db,
    [...merged.values()].map(({ make, model }) => ({ make, model })),
  )
  const byPlace = new Map(standing.map((model) => [`${model.makeSlug}/${model.slug}`, model]))
  return [...merged].map(([place, { plan, rows }]) => modelDifference(plan, rows, byPlace.get(place) ?? null))
}

async function apply(
  tx: Database,
  differences: readonly ModelDifference[],
  idOfMake: (make: VehicleRow['make']) => number,
): Promise<Omit<VehiclesBefore, 'makes'>> {
  const due = differences.filter(({ isModelChanged }) => isModelChanged)
  const modelWrites = due.map(({ standing, make, target }) => ({
    ...target,
    id: standing?.id ?? null,
    makeId: standing?.makeId ?? idOfMake(make),
  }))
  const modelIds = await writeModels(tx, modelWrites)
  const modelIdOf = ({ standing, make, target }: ModelDifference) =>
    standing?.id ?? modelIds.get(`${idOfMake(make)}/${target.slug}`) ?? 0
  const typeWrites = differences.flatMap((difference) =>
    difference.types
      .filter((type) => !type.standing || isTypeChanged(type))
      .map(({ standing, target }) => ({
        ...target,
        id: standing?.id ?? null,
        modelId: modelIdOf(difference),
      })),
  )
  const typeIds = await writeTypes(tx, typeWrites)
  return {
    kind: 'vehicles',
    models: [...modelIds.values()],
    types: [...typeIds.values()],
    changedModels: due.flatMap(({ standing, target }) =>
      standing
        ? [{ id: standing.id, before: picked(standing, MODEL_FACTS), after: picked(target, MODEL_FACTS) }]
        : [],
    ),
    changedTypes: differences.flatMap(({ types }) =>
      types
        .filter(isTypeChanged)
        .flatMap(({ standing, target }) =>
          standing
            ? [{ id: standing.id, before: picked(standing, TYPE_FACTS), after: picked(target, TYPE_FACTS) }]
            : [],
        ),
    ),
  }
}

const MODEL_FACTS = ['name', 'fromMonth', 'untilMonth'] as const

function picked<Thing extends object>(thing: Thing, facts: readonly (keyof Thing)[]) {
  return Object.fromEntries(facts.map((fact) => [fact, thing[fact]]))
}

function countsOf(plans: readonly ModelPlan[], differences: readonly ModelDifference[]) {
  const types = differences.flatMap((difference) => difference.types)
  const created = types.filter(({ standing }) => !standing).length
  const changed = types.filter(isTypeChanged).length
  const refused = plans.flatMap(({ rows }) => rows).filter(({ problems }) => problems.length > 0).length
  return { created, changed, unchanged: types.length - created - changed, refused }
}

function linesOf(plans: readonly ModelPlan[], differences: readonly ModelDifference[]): ReportLine[] {
  const refused = plans.flatMap(({ rows }) =>
    rows.flatMap(({ problems }) =>
      problems.map(({ row, column, reason, read }) =>
        reportLine({ row, outcome: 'refused', column, reason, after: read }),
      ),
    ),
  )
  const told = differences.flatMap(({ make, target, types }) =>
    types.flatMap((type) => linesOfType(type, `${make.slug}/${target.slug}/${type.target.slug}`)),
  )
  return [...refused, ...told].sort((a, b) => a.row - b.row)
}

function linesOfType({ row, standing, target }: TypeDifference, subject: string): ReportLine[] {
  if (!standing) return [reportLine({ row, outcome: 'create', subject, after: target.name })]
  const changes = TYPE_FACTS.filter((fact) => standing[fact] !== target[fact]).map((fact) =>
    reportLine({
      row,
      outcome: 'change',
      subject,
      column: fact,
      before: String(standing[fact] ?? ''),
      after: String(target[fact] ?? ''),
    }),
  )
  return changes.length > 0 ? changes : [reportLine({ row, outcome: 'unchanged', subject })]
}
