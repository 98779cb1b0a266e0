import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Database, inTransaction, sqlState } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { examineFile, type TextFile } from './examine-file.server'
import { followImport } from './follow-import.server'
import type { BatchOutcome, BatchRun, Importer } from './importer'
import type { NotCsv } from './problems'
import { NotCsvFault } from './read-rows.server'
import { type Counts, NO_COUNTS, type ReportLine, reportLine, sumOf } from './report'
import { importBatches, imports } from './transfer-tables.server'
import { oneAhead, openTable } from './units.server'

export type ImportProgress = Counts & { bytes: number; ofBytes: number; rows: number }

export type ImportOptions = {
  path: string
  actor: string
  isDry?: boolean
  /** One wrong row, and nothing is imported. Otherwise only what a wrong row belongs to is left out. */
  isAllOrNothing?: boolean
  /** Only goes on with this import. */
  resume?: string
  onProgress?: (progress: ImportProgress) => void
  onLines?: (lines: readonly ReportLine[]) => void | Promise<void>
}

export type ImportOutcome =
  | {
      ok: true
      /** None after a dry run. */
      importId: string | null
      kind: Importer['kind']
      dialect: string
      encoding: string
      wentOn: boolean
      counts: Counts
      rows: number
    }
  | NotCsv
  | { ok: false; reason: 'wrong-rows'; counts: Counts }
  | { ok: false; reason: 'unknown-import' | 'another-file' | 'already-finished' }

/**
 * Imports a file, or says what importing it would change. Each batch is one transaction with its own mark of how far it
 * came: an import that was interrupted goes on there when the same file is given again, and nothing is doubled.
 */
export async function importFile(db: Database, options: ImportOptions): Promise<ImportOutcome> {
  const examined = await examineFile(options.path)
  if (!examined.ok) return examined
  try {
    if (options.isAllOrNothing && !options.isDry) {
      const tried = await run(db, examined.file, { ...options, isDry: true, onLines: undefined })
      if (!tried.ok) return tried
      if (tried.counts.refused > 0) return { ok: false, reason: 'wrong-rows', counts: tried.counts }
    }
    return await run(db, examined.file, options)
  } catch (fault) {
    if (fault instanceof NotCsvFault) return fault.refusal
    throw fault
  }
}

async function run(db: Database, file: TextFile, options: ImportOptions): Promise<ImportOutcome> {
  const { isDry = false, actor, onProgress = () => {}, onLines = () => {} } = options
  const progress = { bytes: 0, ofBytes: file.bytes, rows: 0 }
  const table = await openTable(file, {
    onBytes: (bytes) => {
      progress.bytes += bytes
    },
  })
  if (!table.ok) return table
  const { importer, batches } = table
  const begun = isDry ? dryBeginning() : await begin(db, file, importer, options)
  if (!begun.ok) return begun
  await importer.prepare(db)

  const batchRun = { isDry, actor, startedAt: begun.startedAt, note: file.name }
  let counts = begun.counts
  let said = 0
  for await (const units of oneAhead(batches)) {
    await onLines(importer.notes.slice(said).map(lineOfNote))
    said = importer.notes.length
    const due = units.filter(({ lastRow }) => lastRow > begun.lastRow)
    progress.rows = units.at(-1)?.lastRow ?? 0
    if (due.length > 0)
      for await (const outcome of runBatch(db, importer, due, { ...batchRun, importId: begun.importId })) {
        counts = sumOf(counts, outcome.counts)
        await onLines(outcome.lines)
      }
    onProgress({ ...progress, ...counts })
  }
  if (begun.importId) await finish(db, begun.importId, importer.kind === 'products')
  const { importId, wentOn } = begun
  const { kind, dialect } = importer
  return { ok: true, importId, kind, dialect, encoding: file.encoding, wentOn, counts, rows: progress.rows }
}

const lineOfNote = ({ row, column, reason, read }: Importer['notes'][number]) =>
  reportLine({ row, outcome: 'note', column, reason, after: read })

type Beginning = {
  ok: true
  importId: string | null
  startedAt: string
  lastRow: number
  counts: Counts
  wentOn: boolean
}

function dryBeginning(): Beginning {
  const startedAt = new Date().toISOString()
  return { ok: true, importId: null, startedAt, lastRow: 0, counts: NO_COUNTS, wentOn: false }
}

/** Goes on with an unfinished import of the same file, or begins a new one. */
async function begin(
  db: Database,
  file: TextFile,
  { kind, dialect }: Importer,
  { actor, resume }: ImportOptions,
): Promise<Beginning | Extract<ImportOutcome, { ok: false }>> {
  const [open] = resume
    ? await db.select().from(imports).where(eq(imports.id, resume))
    : await db
        .select()
        .from(imports)
        .where(and(eq(imports.fileHash, file.hash), isNull(imports.finishedAt), isNull(imports.undoneAt)))
        .orderBy(desc(imports.startedAt))
        .limit(1)
  if (resume && !open) return { ok: false, reason: 'unknown-import' }
  if (open && open.fileHash !== file.hash) return { ok: false, reason: 'another-file' }
  if (open && (open.finishedAt || open.undoneAt)) return { ok: false, reason: 'already-finished' }
  if (open) {
    const done = await sumBatches(db, open.id)
    return { ok: true, importId: open.id, startedAt: open.startedAt.toISOString(), wentOn: true, ...done }
  }
  const startedAt = new Date()
  const importId = newId()
  await db
    .insert(imports)
    .values({ id: importId, kind, dialect, fileName: file.name, fileHash: file.hash, actor, startedAt })
  return { ...dryBeginning(), importId, startedAt: startedAt.toISOString() }
}

async function sumBatches(db: Database, importId: string) {
  const total = (column: string) => sql<number>`coalesce(sum(${sql.identifier(column)}), 0)::int`
  const [row] = await db
    .select({
      lastRow: sql<number>`coalesce(max(${importBatches.lastRow}), 0)`,
      created: total('created'),
      changed: total('changed'),
      unchanged: total('unchanged'),
      refused: total('refused'),
    })
    .from(importBatches)
    .where(eq(importBatches.importId, importId))
  const { lastRow = 0, ...counts } = row ?? {}
  return { lastRow, counts: { ...NO_COUNTS, ...counts } }
}

type Marked = BatchRun & { importId: string | null }
type Units = Parameters<Importer['run']>[1]

/**
 * One batch in one transaction. What the database itself refuses is looked for by halves, so that one row it will not
 * have costs that row only.
 */
async function* runBatch(
  db: Database,
  importer: Importer,
  units: Units,
  run: Marked,
): AsyncGenerator<BatchOutcome> {
  try {
    yield await writeBatch(db, importer, units, run)
  } catch (fault) {
    if (!/^2[23]/.test(sqlState(fault))) throw fault
    const [unit] = units
    const middle = Math.ceil(units.length / 2)
    if (units.length > 1) {
      yield* runBatch(db, importer, units.slice(0, middle), run)
      yield* runBatch(db, importer, units.slice(middle), run)
    } else if (unit) yield await refuseUnit(db, unit, run, fault)
  }
}

async function writeBatch(
  db: Database,
  importer: Importer,
  units: Units,
  run: Marked,
): Promise<BatchOutcome> {
  const { importId } = run
  if (!importId) {
    const outcome = await importer.run(db, units, run)
    outcome.learn()
    return outcome
  }
  const outcome = await inTransaction(db, async (tx) => {
    const done = await importer.run(tx, units, run)
    await mark(tx, importId, units, done)
    if (done.productIds.length > 0) await followImport(tx, { importId, productIds: done.productIds })
    return done
  })
  outcome.learn()
  return outcome
}

async function refuseUnit(
  db: Database,
  unit: Units[number],
  { importId }: Marked,
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

/** Two that import the same file at once: the number of the batch can be taken once. */
async function mark(
  tx: Database,
  importId: string,
  units: Units,
  { counts, before }: BatchOutcome,
): Promise<void> {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from import_batches where import_id = ${importId})`
  const lastRow = units.at(-1)?.lastRow ?? 0
  await tx.insert(importBatches).values({ importId, number, lastRow, ...counts, before })
}

async function finish(db: Database, importId: string, isOfProducts: boolean): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.update(imports).set({ finishedAt: new Date() }).where(eq(imports.id, importId))
    if (isOfProducts) await followImport(tx, { importId, productIds: [], isLast: true })
  })
}
