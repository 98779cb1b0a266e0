import { LRUCache } from 'lru-cache'
import { findProductIds } from '~/catalog/stored-products.server'
import type { Database } from '~/platform/db.server'
import { type AddedFitments, addFitments, addUniversalProducts } from '~/vehicles/add-fitments.server'
import type { FitmentCondition } from '~/vehicles/fit-of'
import type { FitmentColumns } from '~/vehicles/fitment-columns.server'
import { createConditions, findConditions, keyOfCondition } from '~/vehicles/fitment-conditions.server'
import { findStoredFitments, listUniversalAmong } from '~/vehicles/stored-fitments.server'
import { listTypePaths } from '~/vehicles/stored-vehicles.server'
import { inShort, type Problem } from '../problems'
import { reportLine } from '../report'
import type { BatchOutcome, BatchRun, Importer } from '../run/importer'
import type { FitmentReader, FitmentRow } from './fitment-rows'

const BATCH = 20_000
const KNOWN_PRODUCTS = 200_000

export type FitmentsBefore = { kind: 'fitments'; added: AddedFitments; universal: number[] }

type Resolved = { row: FitmentRow; productId: number; typeId: number | null }

export function openFitmentImporter(reader: FitmentReader): Importer<FitmentRow> {
  const products = new LRUCache<string, number>({ max: KNOWN_PRODUCTS })
  const conditions = new LRUCache<string, number>({ max: 50_000 })
  const types = new Map<string, number>()
  const typeIds = new Set<number>()

  async function run(tx: Database, rows: readonly FitmentRow[], { isDry }: BatchRun): Promise<BatchOutcome> {
    await resolveProducts(tx, rows, products)
    const refused: { row: FitmentRow; problems: Problem[] }[] = []
    const resolved: Resolved[] = []
    for (const row of rows) {
      const productId = products.get(row.product)
      const typeId = typeof row.type === 'string' ? types.get(row.type.toLowerCase()) : row.type
      const problems = [...row.problems]
      if (row.product && productId === undefined)
        problems.push(problem(row, 'product', 'unknown-product', row.product))
      const isKnown = typeId === null || (typeId !== undefined && typeIds.has(typeId))
      if (!isKnown && row.type !== '') problems.push(problem(row, 'type', 'unknown-type', String(row.type)))
      const others = row.otherProducts.filter((called) => products.get(called) !== productId)
      if (productId !== undefined)
        problems.push(...others.map((called) => problem(row, 'product', 'names-two', called)))
      if (typeof row.type === 'number' && row.path && types.get(row.path.toLowerCase()) !== typeId)
        problems.push(problem(row, 'type', 'names-two', row.path))
      if (problems.length > 0 || productId === undefined || typeId === undefined)
        refused.push({ row, problems })
      else resolved.push({ row, productId, typeId })
    }
    const outcome = await (isDry ? compare : add)(tx, resolved, conditions)
    return {
      ...outcome,
      counts: { ...outcome.counts, refused: refused.length },
      lines: [
        ...refused.flatMap(({ problems }) =>
          problems.map(({ row, column, reason, read }) =>
            reportLine({ row, outcome: 'refused', column, reason, after: read }),
          ),
        ),
        ...outcome.lines,
      ],
    }
  }

  return {
    kind: 'fitments',
    dialect: 'comptoir',
    batchSize: BATCH,
    notes: reader.notes,
    prepare: async (db) => {
      for (const { id, path } of await listTypePaths(db)) {
        types.set(path, id)
        typeIds.add(id)
      }
    },
    run,
    add: reader.read,
    end: () => null,
  }
}

function problem({ row }: FitmentRow, column: string, reason: Problem['reason'], read: string): Problem {
  return { row, column, reason, read: inShort(read.replace(/^(sku|slug|id):/, '')) }
}

async function resolveProducts(db: Database, rows: readonly FitmentRow[], known: LRUCache<string, number>) {
  const called = rows.flatMap(({ product, otherProducts }) => [product, ...otherProducts])
  const asked = new Set(called.filter((key) => key && !known.has(key)))
  for (const [key, id] of await findProductIds(db, [...asked])) known.set(key, id)
}

type ConditionIds = LRUCache<string, number>

function splitUniversal(resolved: readonly Resolved[]) {
  const fitted = resolved.filter(({ typeId }) => typeId !== null)
  const universal = resolved.filter(({ typeId }) => typeId === null)
  return { fitted, universal }
}

function conditionsOf(resolved: readonly Resolved[], known: ConditionIds): Map<string, FitmentCondition> {
  const wanted = new Map<string, FitmentCondition>()
  for (const { row } of resolved) {
    const key = row.condition && keyOfCondition(row.condition)
    if (key && row.condition && !known.has(key)) wanted.set(key, row.condition)
  }
  return wanted
}

function columnsOf(
  fitted: readonly Resolved[],
  idOf: (condition: FitmentCondition) => number | undefined,
): FitmentColumns {
  return {
    typeIds: fitted.map(({ typeId }) => typeId ?? 0),
    productIds: fitted.map(({ productId }) => productId),
    // A condition that nobody has yet is no fitment's: -1 is no condition's number.
    conditionIds: fitted.map(({ row }) => (row.condition ? (idOf(row.condition) ?? -1) : null)),
  }
}

async function add(tx: Database, resolved: readonly Resolved[], known: ConditionIds): Promise<BatchOutcome> {
  const { fitted, universal } = splitUniversal(resolved)
  const created = await createConditions(tx, conditionsOf(fitted, known))
  const idOf = (condition: FitmentCondition) => {
    const key = keyOfCondition(condition)
    return created.get(key) ?? known.get(key)
  }
  const added = await addFitments(tx, columnsOf(fitted, idOf))
  const newUniversal = await addUniversalProducts(
    tx,
    universal.map(({ productId }) => productId),
  )
  const before: FitmentsBefore = { kind: 'fitments', added, universal: newUniversal }
  const count = added.count + newUniversal.length
  return {
    counts: { created: count, changed: 0, unchanged: resolved.length - count, refused: 0 },
    lines: [],
    before,
    productIds: [],
    learn: () => {
      for (const [key, id] of created) known.set(key, id)
    },
  }
}

/** A dry run says of each row whether it would be new. */
async function compare(
  db: Database,
  resolved: readonly Resolved[],
  known: ConditionIds,
): Promise<BatchOutcome> {
  const { fitted, universal } = splitUniversal(resolved)
  const found = await findConditions(db, conditionsOf(fitted, known))
  for (const [key, id] of found) known.set(key, id)
  const stored = await findStoredFitments(
    db,
    columnsOf(fitted, (condition) => known.get(keyOfCondition(condition))),
  )
  const storedUniversal = await listUniversalAmong(
    db,
    universal.map(({ productId }) => productId),
  )
  const lineOf = ({ row }: Resolved, isThere: boolean) =>
    reportLine({
      row: row.row,
      outcome: isThere ? 'unchanged' : 'create',
      subject: row.product.replace(/^(sku|slug|id):/, ''),
      after: String(row.type ?? 'universal'),
    })
  const lines = [
    ...fitted.map((row, at) => lineOf(row, stored.has(at))),
    ...universal.map((row) => lineOf(row, storedUniversal.has(row.productId))),
  ]
  const created = lines.filter(({ outcome }) => outcome === 'create').length
  return {
    counts: { created, changed: 0, unchanged: lines.length - created, refused: 0 },
    lines,
    before: {},
    productIds: [],
    learn: () => {},
  }
}
