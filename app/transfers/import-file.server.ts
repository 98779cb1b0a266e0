import { type Database, isTransaction } from '~/platform/db.server'
import { inLanes, type OpenTable, oneAhead, openTable } from './formats/units.server'
import type { NotCsv } from './problems'
import { type Counts, type ReportLine, reportLine, sumOf } from './report'
import {
  type Beginning,
  beginImport,
  dryBeginning,
  finishImport,
  type NoBeginning,
} from './run/begin-import.server'
import { examineFile, type TextFile } from './run/examine-file.server'
import type { Importer } from './run/importer'
import { NotCsvFault } from './run/read-rows.server'
import { runBatch } from './run/run-batch.server'

export type ImportProgress = Counts & { bytes: number; ofBytes: number; rows: number }

export type ImportOptions = {
  path: string
  actor: string
  isDry?: boolean
  /** One wrong row, and nothing is imported. Otherwise only what a wrong row belongs to is left out. */
  isAllOrNothing?: boolean
  /** Only goes on with this import. */
  resume?: string
  /** False: only what is refused, and what is worth noting, is told line by line. */
  isDetailed?: boolean
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
  | NoBeginning

/**
 * Imports a file, or says what importing it would change. Each batch is one transaction with its own mark of how far it
 * came: an import that was interrupted goes on there when the same file is given again, and nothing is doubled.
 */
export async function importFile(db: Database, options: ImportOptions): Promise<ImportOutcome> {
  const examined = await examineFile(options.path)
  if (!examined.ok) return examined
  try {
    if (options.isAllOrNothing && !options.isDry) {
      const tried = await run(db, examined.file, {
        ...options,
        isDry: true,
        isDetailed: false,
        onLines: undefined,
      })
      if (!tried.ok) return tried
      if (tried.counts.refused > 0) return { ok: false, reason: 'wrong-rows', counts: tried.counts }
    }
    return await run(db, examined.file, options)
  } catch (fault) {
    if (fault instanceof NotCsvFault) return fault.refusal
    throw fault
  }
}

/** So many batches are written at a time: while Postgres writes one, the next is compared. */
const LANES = 2

async function run(db: Database, file: TextFile, options: ImportOptions): Promise<ImportOutcome> {
  const progress = { bytes: 0, ofBytes: file.bytes, rows: 0 }
  const table = await openTable(file, {
    onBytes: (bytes) => {
      progress.bytes += bytes
    },
  })
  if (!table.ok) return table
  try {
    const { importer } = table
    const begun = options.isDry ? dryBeginning() : await beginImport(db, file, importer, options)
    return begun.ok ? await runTable(db, { file, table, begun, progress }, options) : begun
  } finally {
    await table.close()
  }
}

type Begun = {
  file: TextFile
  table: OpenTable
  begun: Beginning
  progress: Pick<ImportProgress, 'bytes' | 'ofBytes' | 'rows'>
}

async function runTable(
  db: Database,
  { file, table: { importer, notes: ofBytes, batches }, begun, progress }: Begun,
  { isDry = false, isDetailed = true, actor, onProgress = () => {}, onLines = () => {} }: ImportOptions,
): Promise<ImportOutcome> {
  await importer.prepare(db)
  const { importId, startedAt, wentOn } = begun
  const lanes = isDry || isTransaction(db) ? 1 : LANES
  let counts = begun.counts
  const said = { ofBytes: 0, ofRows: 0 }
  const outcomes = inLanes(oneAhead(batches), lanes, async (units) => {
    const due = units.filter(({ row }) => !begun.isDone(row))
    const run = { isDry, isDetailed, actor, startedAt, importId, note: file.name }
    const done = await runBatch(db, importer, due, run)
    return { done, lastRow: units.at(-1)?.lastRow ?? 0 }
  })
  for await (const { done, lastRow } of outcomes) {
    const notes = [...ofBytes.slice(said.ofBytes), ...importer.notes.slice(said.ofRows)]
    Object.assign(said, { ofBytes: ofBytes.length, ofRows: importer.notes.length })
    await onLines([...notes.map(lineOfNote), ...done.flatMap(({ lines }) => lines)])
    counts = done.map((outcome) => outcome.counts).reduce(sumOf, counts)
    progress.rows = lastRow
    onProgress({ ...progress, ...counts })
  }
  if (importId) await finishImport(db, importId, importer)
  const { kind, dialect } = importer
  return { ok: true, importId, kind, dialect, encoding: file.encoding, wentOn, counts, rows: progress.rows }
}

const lineOfNote = ({ row, column, reason, read }: Importer['notes'][number]) =>
  reportLine({ row, outcome: 'note', column, reason, after: read })
