import { and, desc, eq, isNull } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { type Counts, NO_COUNTS, sumOf } from '../report'
import { importBatches, imports } from '../transfer-tables.server'
import type { TextFile } from './examine-file.server'
import { followImport } from './follow-import.server'
import type { Importer } from './importer'

export type Beginning = {
  ok: true
  importId: string | null
  startedAt: string
  /** Whether an earlier run has imported this row already, or refused it. */
  isDone: (row: number) => boolean
  counts: Counts
  wentOn: boolean
}

export type NoBeginning = { ok: false; reason: 'unknown-import' | 'another-file' | 'already-finished' }

/** A dry run leaves nothing to go on with. */
export function dryBeginning(): Beginning {
  const startedAt = new Date().toISOString()
  return { ok: true, importId: null, startedAt, isDone: () => false, counts: NO_COUNTS, wentOn: false }
}

/** Goes on with an unfinished import of the same file, or begins a new one. */
export async function beginImport(
  db: Database,
  file: TextFile,
  { kind, dialect }: Importer,
  { actor, resume }: { actor: string; resume?: string },
): Promise<Beginning | NoBeginning> {
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
    const done = await readBatches(db, open.id)
    return { ok: true, importId: open.id, startedAt: open.startedAt.toISOString(), wentOn: true, ...done }
  }
  const startedAt = new Date()
  const importId = newId()
  await db
    .insert(imports)
    .values({ id: importId, kind, dialect, fileName: file.name, fileHash: file.hash, actor, startedAt })
  return { ...dryBeginning(), importId, startedAt: startedAt.toISOString() }
}

async function readBatches(db: Database, importId: string) {
  const batches = await db
    .select({
      firstRow: importBatches.number,
      lastRow: importBatches.lastRow,
      created: importBatches.created,
      changed: importBatches.changed,
      unchanged: importBatches.unchanged,
      refused: importBatches.refused,
    })
    .from(importBatches)
    .where(eq(importBatches.importId, importId))
  return { isDone: isWithin(batches), counts: batches.reduce<Counts>(sumOf, NO_COUNTS) }
}

/** Whether a row lies in one of these stretches, which do not overlap. */
function isWithin(stretches: readonly { firstRow: number; lastRow: number }[]): (row: number) => boolean {
  const sorted = stretches.toSorted((a, b) => a.firstRow - b.firstRow)
  return (row) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.firstRow ?? 0) <= row) low = middle + 1
      else high = middle
    }
    return row <= (sorted[low - 1]?.lastRow ?? 0)
  }
}

export async function finishImport(db: Database, importId: string, { kind }: Importer): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.update(imports).set({ finishedAt: new Date() }).where(eq(imports.id, importId))
    if (kind === 'products') await followImport(tx, { importId, productIds: [], isLast: true })
  })
}
