import type { Database } from '~/platform/db.server'
import type { Note } from '../problems'
import type { Counts, ReportLine } from '../report'
import type { TransferKind } from '../transfer-kinds'
import type { Row } from './read-rows.server'

/** What happened to a batch, or would. */
export type BatchOutcome = {
  counts: Counts
  lines: ReportLine[]
  /** What is needed to take it back. */
  before: unknown
  /** Products that shoppers read differently now. */
  productIds: number[]
  /** Called once the batch is committed, or at once in a dry run. */
  learn: () => void
}

export type BatchRun = {
  isDry: boolean
  /** Whether somebody reads what becomes of each cell, or only what is refused. */
  isDetailed: boolean
  startedAt: string
  actor: string
  note: string
}

/** One kind of file: how its rows become units, and what becomes of a batch of them. A unit is imported whole. */
export type Importer<Unit extends { row: number; lastRow: number } = { row: number; lastRow: number }> = {
  kind: TransferKind
  dialect: string
  batchSize: number
  /** Takes the next row; answers the unit that ended before it. */
  add: (row: Row) => Unit | null
  end: () => Unit | null
  /** What was noticed about the file so far; grows while it is read. */
  notes: readonly Note[]
  prepare: (db: Database) => Promise<void>
  run: (tx: Database, units: readonly Unit[], run: BatchRun) => Promise<BatchOutcome>
}
