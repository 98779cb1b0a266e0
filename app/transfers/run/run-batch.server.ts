import { brokenConstraint, type Database, inTransaction, sqlState } from '~/platform/db.server'
import { NO_COUNTS, reportLine } from '../report'
import { importBatches } from '../transfer-tables.server'
import { followImport } from './follow-import.server'
import type { BatchOutcome, BatchRun, Importer } from './importer'

/** Without an import, it is a dry run. */
export type MarkedRun = BatchRun & { importId: string | null }

type Units = Parameters<Importer['run']>[1]

/** Another process imports the same file, and has written this batch. */
const WRITTEN_ALREADY = 'import_batches_import_id_number_pk'
const REFUSED_BY_DATABASE = /^2[23]/

/**
 * One batch in one transaction. What the database itself refuses is looked for by halves, so that one row it will not
 * have costs that row only.
 */
export async function runBatch(
  db: Database,
  importer: Importer,
  units: Units,
  run: MarkedRun,
): Promise<BatchOutcome[]> {
  const [first] = units
  if (!first) return []
  try {
    return [await writeBatch(db, importer, units, run)]
  } catch (fault) {
    if (brokenConstraint(fault) === WRITTEN_ALREADY) return []
    if (!REFUSED_BY_DATABASE.test(sqlState(fault))) throw fault
    if (units.length === 1) return [await refuseUnit(db, first, run, fault)]
  }
  const middle = Math.ceil(units.length / 2)
  return [
    ...(await runBatch(db, importer, units.slice(0, middle), run)),
    ...(await runBatch(db, importer, units.slice(middle), run)),
  ]
}

async function writeBatch(
  db: Database,
  importer: Importer,
  units: Units,
  run: MarkedRun,
): Promise<BatchOutcome> {
  const { importId } = run
  const outcome = importId
    ? await inTransaction(db, async (tx) => {
        const done = await importer.run(tx, units, run)
        await mark(tx, importId, units, done)
        if (done.productIds.length > 0) await followImport(tx, { importId, productIds: done.productIds })
        return done
      })
    : await importer.run(db, units, run)
  outcome.learn()
  return outcome
}

async function refuseUnit(
  db: Database,
  unit: Units[number],
  { importId }: MarkedRun,
  fault: unknown,
): Promise<BatchOutcome> {
  const read = fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault)
  const outcome: BatchOutcome = {
    counts: { ...NO_COUNTS, refused: 1 },
    lines: [reportLine({ row: unit.row, outcome: 'refused', reason: 'refused-by-database', after: read })],
    before: {},
    productIds: [],
    learn: () => {},
  }
  if (importId) await mark(db, importId, [unit], outcome)
  return outcome
}

async function mark(tx: Database, importId: string, units: Units, { counts, before }: BatchOutcome) {
  const number = units[0]?.row ?? 0
  const lastRow = units.at(-1)?.lastRow ?? 0
  await tx.insert(importBatches).values({ importId, number, lastRow, ...counts, before })
}
