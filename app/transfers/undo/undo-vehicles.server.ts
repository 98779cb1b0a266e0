import type { Database } from '~/platform/db.server'
import { restoreModels, restoreTypes } from '~/vehicles/restore-vehicles.server'
import { removeVehicles } from '~/vehicles/write-vehicles.server'
import type { VehiclesBefore } from '../vehicles/vehicle-importer.server'
import type { Kept, Undone } from './undone'

/** Takes away vehicles that no part was fitted to, and puts back what was changed and is still as it was made. */
export async function undoVehicles(tx: Database, before: VehiclesBefore): Promise<Undone> {
  const staying = await removeVehicles(tx, before)
  const types = await restoreTypes(tx, before.changedTypes)
  const models = await restoreModels(tx, before.changedModels)
  const changed = before.changedTypes.length + before.changedModels.length
  const kept: Kept[] = [
    ...Array.from({ length: staying }, () => keptOf('type', 'in-use')),
    ...Array.from({ length: changed - types - models }, () => keptOf('type', 'changed-since')),
  ]
  return { undone: before.types.length - staying + types + models, kept, productIds: [] }
}

function keptOf(subject: string, reason: Kept['reason']): Kept {
  return { subject, column: '', reason }
}
