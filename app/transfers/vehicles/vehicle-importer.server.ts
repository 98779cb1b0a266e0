import type { Database } from '~/platform/db.server'
import { listStoredModels } from '~/vehicles/stored-vehicles.server'
import { createMakes, writeModels, writeTypes } from '~/vehicles/write-vehicles.server'
import { type ReportLine, reportLine } from '../report'
import type { BatchOutcome, BatchRun, Importer } from '../run/importer'
import { type ModelPlan, openModelGathering } from './gather-models'
import { addressOf } from './name-key'
import { type Makes, openMakes, placeModels } from './place-models.server'
import {
  isTypeChanged,
  type ModelDifference,
  modelDifference,
  TYPE_FACTS,
  type TypeDifference,
} from './vehicle-difference'
import type { VehicleReader } from './vehicle-rows'

const BATCH = 500

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
  const gathering = openModelGathering()
  const makes = openMakes()

  async function run(
    tx: Database,
    plans: readonly ModelPlan[],
    { isDry, isDetailed }: BatchRun,
  ): Promise<BatchOutcome> {
    const differences = await weigh(tx, plans, makes)
    const told = {
      counts: countsOf(plans, differences),
      lines: linesOf(plans, differences, isDetailed),
    }
    if (isDry) return { ...told, before: {}, productIds: [], learn: () => {} }
    const wanted = new Map(
      differences
        .map(({ place }) => place.make)
        .filter(({ slug }) => makes.idOf(slug) === undefined)
        .map((make) => [make.slug, make]),
    )
    const created = await createMakes(tx, [...wanted.values()])
    const idOf = (wanted: string) =>
      makes.idOf(wanted) ?? created.find(({ slug }) => slug === wanted)?.id ?? 0
    const before = await apply(tx, differences, idOf)
    return {
      ...told,
      before: { ...before, makes: created.map(({ id }) => id) },
      productIds: [],
      learn: () => created.forEach(makes.know),
    }
  }

  return {
    kind: 'vehicles',
    dialect: reader.dialect,
    batchSize: BATCH,
    notes: reader.notes,
    prepare: makes.learnStanding,
    run,
    add: (given) => gathering.add(reader.read(given)),
    end: gathering.end,
  }
}

async function weigh(db: Database, plans: readonly ModelPlan[], makes: Makes): Promise<ModelDifference[]> {
  const placed = await placeModels(db, plans, makes.forBatch())
  const ids = placed.flatMap(({ standingId }) => standingId ?? [])
  const byId = new Map((await listStoredModels(db, ids)).map((model) => [model.id, model]))
  return placed.map((place) => modelDifference(place, byId.get(place.standingId ?? 0) ?? null))
}

async function apply(
  tx: Database,
  differences: readonly ModelDifference[],
  idOfMake: (slug: string) => number,
): Promise<Omit<VehiclesBefore, 'makes'>> {
  const due = differences.filter(({ isModelChanged }) => isModelChanged)
  const modelWrites = due.map(({ standing, place, target }) => ({
    ...target,
    id: standing?.id ?? null,
    makeId: standing?.makeId ?? idOfMake(place.make.slug),
  }))
  const modelIds = await writeModels(tx, modelWrites)
  const modelIdOf = ({ standing, place, target }: ModelDifference) =>
    standing?.id ?? modelIds.get(`${idOfMake(place.make.slug)}/${target.slug}`) ?? 0
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
  const rows = plans.flatMap((plan) => plan.rows)
  const repeated = rows.filter(({ isRepeat }) => isRepeat).length
  const notClear = differences.flatMap((difference) => difference.notClear).length
  return {
    created,
    changed,
    unchanged: types.length - created - changed + repeated,
    refused: rows.filter(({ problems }) => problems.length > 0).length + notClear,
  }
}

function linesOf(
  plans: readonly ModelPlan[],
  differences: readonly ModelDifference[],
  isDetailed: boolean,
): ReportLine[] {
  const problems = plans.flatMap(({ rows }) => rows.flatMap((row) => row.problems))
  const refused = problems.map(({ row, column, reason, read }) =>
    reportLine({ row, outcome: 'refused', column, reason, after: read }),
  )
  const told = differences.flatMap((difference) => {
    const { types, notClear } = difference
    const place = addressIn(difference)
    return [
      ...notClear.map(({ row, type }) =>
        reportLine({ row, outcome: 'refused', column: 'type', reason: 'type-not-clear', after: type.name }),
      ),
      ...notesOf(difference),
      ...(isDetailed ? types : []).flatMap((type) => linesOfType(type, `${place}/${type.target.slug}`)),
    ]
  })
  return [...refused, ...told].sort((a, b) => a.row - b.row)
}

const addressIn = ({ place, target }: ModelDifference) => `${place.make.slug}/${target.slug}`

/** Names alike but for a sign: fitments have to name the address that each was given. */
function notesOf(difference: ModelDifference): ReportLine[] {
  const { place, standing, target, toldApart } = difference
  const note = (row: number, column: string, subject: string, after: string) =>
    reportLine({ row, outcome: 'note', column, reason: 'told-apart', subject, after })
  const model = addressIn(difference)
  const isApart = !standing && place.rows[0]?.model.slug === null && target.slug !== addressOf(target.name)
  return [
    ...(isApart ? [note(place.plan.row, 'model', model, target.name)] : []),
    ...toldApart.map(({ row, target: type }) => note(row, 'type', `${model}/${type.slug}`, type.name)),
  ]
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
