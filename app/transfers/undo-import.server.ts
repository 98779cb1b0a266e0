import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { removeFitments, removeUniversalProducts } from '~/vehicles/add-fitments.server'
import type { ProductsBefore } from './products/apply-products.server'
import { followImport } from './run/follow-import.server'
import { importBatches, imports } from './transfer-tables.server'
import { undoProducts } from './undo/undo-products.server'
import { undoVehicles } from './undo/undo-vehicles.server'
import type { Kept, Undone } from './undo/undone'
import type { FitmentsBefore } from './vehicles/fitment-importer.server'
import type { VehiclesBefore } from './vehicles/vehicle-importer.server'

export type UndoOutcome =
  | { ok: true; undone: number; kept: Kept[] }
  | { ok: false; reason: 'unknown-import' | 'already-undone' }

type Before = ProductsBefore | VehiclesBefore | FitmentsBefore | { kind?: undefined }

/**
 * Takes an import back, finished or not, the last batch first. What somebody changed since stays as it is and is named.
 * Each batch is one transaction; an undo that was interrupted goes on when it is called again.
 */
export async function undoImport(
  db: Database,
  {
    importId,
    actor,
    onProgress = () => {},
  }: { importId: string; actor: string; onProgress?: (state: { done: number; total: number }) => void },
): Promise<UndoOutcome> {
  const [known] = await db.select().from(imports).where(eq(imports.id, importId))
  if (!known) return { ok: false, reason: 'unknown-import' }
  if (known.undoneAt) return { ok: false, reason: 'already-undone' }

  const sum: Undone = { undone: 0, kept: [], productIds: [] }
  const total = await countOpenBatches(db, importId)
  for (let done = 0; ; done++) {
    const undone = await undoLastBatch(db, importId, actor)
    if (!undone) break
    sum.undone += undone.undone
    sum.kept.push(...undone.kept)
    onProgress({ done: done + 1, total })
  }
  await inTransaction(db, async (tx) => {
    await tx.update(imports).set({ undoneAt: new Date() }).where(eq(imports.id, importId))
    if (known.kind === 'products') await followImport(tx, { importId, productIds: [], isLast: true })
  })
  return { ok: true, undone: sum.undone, kept: sum.kept }
}

async function countOpenBatches(db: Database, importId: string): Promise<number> {
  return db.$count(importBatches, and(eq(importBatches.importId, importId), isNull(importBatches.undoneAt)))
}

async function undoLastBatch(db: Database, importId: string, actor: string): Promise<Undone | null> {
  return inTransaction(db, async (tx) => {
    const [batch] = await tx
      .select()
      .from(importBatches)
      .where(and(eq(importBatches.importId, importId), isNull(importBatches.undoneAt)))
      .orderBy(desc(importBatches.number))
      .limit(1)
      .for('update')
    if (!batch) return null
    const undone = await undoBatch(tx, batch.before as Before, actor)
    await tx
      .update(importBatches)
      .set({ undoneAt: sql`now()` })
      .where(and(eq(importBatches.importId, importId), eq(importBatches.number, batch.number)))
    if (undone.productIds.length > 0) await followImport(tx, { importId, productIds: undone.productIds })
    return undone
  })
}

async function undoBatch(tx: Database, before: Before, actor: string): Promise<Undone> {
  if (before.kind === 'products') return undoProducts(tx, before, actor)
  if (before.kind === 'vehicles') return undoVehicles(tx, before)
  if (before.kind === 'fitments') return undoFitments(tx, before)
  return { undone: 0, kept: [], productIds: [] }
}

async function undoFitments(tx: Database, { added, universal }: FitmentsBefore): Promise<Undone> {
  const removed = await removeFitments(tx, added)
  await removeUniversalProducts(tx, universal)
  return { undone: removed + universal.length, kept: [], productIds: [] }
}
