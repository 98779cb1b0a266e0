import type { Database } from '~/platform/db.server'
import { listStoredModels } from '~/vehicles/stored-vehicles.server'
import { MODEL_FACTS, TYPE_FACTS } from '~/vehicles/vehicle-columns.server'
import { createMakes, writeModels, writeTypes } from '~/vehicles/write-vehicles.server'
import { type ReportLine, reportLine } from '../report'
import type { BatchOutcome, BatchRun, Importer } from '../run/importer'
import { type ModelPlan, openModelGathering } from './gather-models'
import { type Makes, matchModels, openMakes } from './match-models.server'
import { addressOf } from './name-key'
import {
  isTypeChanged,
  type ModelDifference,
  modelDifference,
  type TypeDifference,
} from './vehicle-difference'
import type { VehicleReader } from './vehicle-rows'

const BATCH = 500

type Change = { id: number; before: unknown; after: unknown }

export type VehiclesBefore = {
  kind: 'vehicles'
  makes: number[]
  models: number[]
  types: number[]
  changedModels: Change[]
  changedTypes: Change[]
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
        .map(({ match }) => match.make)
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
    prepare: makes.learnStored,
    run,
    add: (given) => gathering.add(reader.read(given)),
    end: gathering.end,
  }
}

async function weigh(db: Database, plans: readonly ModelPlan[], makes: Makes): Promise<ModelDifference[]> {
  const matched = await matchModels(db, plans, makes.forBatch())
  const ids = matched.flatMap(({ storedId }) => storedId ?? [])
  const byId = new Map((await listStoredModels(db, ids)).map((model) => [model.id, model]))
  return matched.map((match) => modelDifference(match, byId.get(match.storedId ?? 0) ?? null))
}

async function apply(
  tx: Database,
  differences: readonly ModelDifference[],
  idOfMake: (slug: string) => number,
): Promise<Omit<VehiclesBefore, 'makes'>> {
  const due = differences.filter(({ isModelChanged }) => isModelChanged)
  const modelWrites = due.map(({ stored, match, target }) => ({
    ...target,
    id: stored?.id ?? null,
    makeId: stored?.makeId ?? idOfMake(match.make.slug),
  }))
  const modelIds = await writeModels(tx, modelWrites)
  const modelIdOf = ({ stored, match, target }: ModelDifference) =>
    stored?.id ?? modelIds.get(`${idOfMake(match.make.slug)}/${target.slug}`) ?? 0
  const typeWrites = differences.flatMap((difference) =>
    difference.types
      .filter((type) => !type.stored || isTypeChanged(type))
      .map(({ stored, target }) => ({
        ...target,
        id: stored?.id ?? null,
        modelId: modelIdOf(difference),
      })),
  )
  const typeIds = await writeTypes(tx, typeWrites)
  return {
    kind: 'vehicles',
    models: [...modelIds.values()],
    types: [...typeIds.values()],
    changedModels: due.flatMap((model) => changeOf(model, MODEL_FACTS.keys)),
    changedTypes: differences.flatMap(({ types }) =>
      types.filter(isTypeChanged).flatMap((type) => changeOf(type, TYPE_FACTS.keys)),
    ),
  }
}

/** What something known was and is to be; nothing of what is new. */
function changeOf<Thing extends object>(
  { stored, target }: { stored: (Thing & { id: number }) | null; target: Thing },
  facts: readonly (keyof Thing)[],
): Change[] {
  const picked = (thing: Thing) => Object.fromEntries(facts.map((fact) => [fact, thing[fact]]))
  return stored ? [{ id: stored.id, before: picked(stored), after: picked(target) }] : []
}

function countsOf(plans: readonly ModelPlan[], differences: readonly ModelDifference[]) {
  const types = differences.flatMap((difference) => difference.types)
  const created = types.filter(({ stored }) => !stored).length
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
    const model = addressIn(difference)
    return [
      ...notClear.map(({ row, type }) =>
        reportLine({ row, outcome: 'refused', column: 'type', reason: 'type-not-clear', after: type.name }),
      ),
      ...notesOf(difference),
      ...(isDetailed ? types : []).flatMap((type) => linesOfType(type, `${model}/${type.target.slug}`)),
    ]
  })
  return [...refused, ...told].sort((a, b) => a.row - b.row)
}

const addressIn = ({ match, target }: ModelDifference) => `${match.make.slug}/${target.slug}`

/** Names alike but for a sign: fitments have to name the address that each was given. */
function notesOf(difference: ModelDifference): ReportLine[] {
  const { match, stored, target, toldApart } = difference
  const note = (row: number, column: string, subject: string, after: string) =>
    reportLine({ row, outcome: 'note', column, reason: 'told-apart', subject, after })
  const model = addressIn(difference)
  const isApart = !stored && match.rows[0]?.model.slug === null && target.slug !== addressOf(target.name)
  return [
    ...(isApart ? [note(match.plan.row, 'model', model, target.name)] : []),
    ...toldApart.map(({ row, target: type }) => note(row, 'type', `${model}/${type.slug}`, type.name)),
  ]
}

function linesOfType({ row, stored, target }: TypeDifference, subject: string): ReportLine[] {
  if (!stored) return [reportLine({ row, outcome: 'create', subject, after: target.name })]
  const changes = TYPE_FACTS.keys
    .filter((fact) => stored[fact] !== target[fact])
    .map((fact) =>
      reportLine({
        row,
        outcome: 'change',
        subject,
        column: fact,
        before: String(stored[fact] ?? ''),
        after: String(target[fact] ?? ''),
      }),
    )
  return changes.length > 0 ? changes : [reportLine({ row, outcome: 'unchanged', subject })]
}
