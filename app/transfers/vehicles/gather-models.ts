import { inShort } from '../problems'
import { openSeenKeys } from '../products/seen-keys'
import { identityOf } from './match-types'
import { nameKey } from './name-key'
import type { VehicleRow } from './vehicle-rows'

/** All rows of one model that follow each other. */
export type ModelPlan = { row: number; lastRow: number; rows: VehicleRow[] }

/** Gathers rows into models, and finds types that the file names twice. */
export function openModelGathering() {
  const markRepeat = openRepeats()
  let open: ModelPlan | null = null

  return {
    /** Takes the next row; answers the model that ended before it. */
    add(row: VehicleRow): ModelPlan | null {
      const [first] = open?.rows ?? []
      if (open && first && modelKey(first) === modelKey(row)) {
        refuseOther(first, row)
        markRepeat(row)
        open.rows.push(row)
        open.lastRow = row.row
        return null
      }
      markRepeat(row)
      const ended = open
      open = { row: row.row, lastRow: row.row, rows: [row] }
      return ended
    },
    /** The model that the last row ended. */
    end(): ModelPlan | null {
      const ended = open
      open = null
      return ended
    },
  }
}

function modelKey({ make, model }: VehicleRow): string {
  return JSON.stringify([make, model].map(({ slug, name }) => slug ?? nameKey(name)))
}

/** The first row says what the model is; one that says otherwise is not imported in silence. */
function refuseOther({ model: first }: VehicleRow, { row, model, problems }: VehicleRow): void {
  const differ = (a: number | null, b: number | null) => a !== null && b !== null && a !== b
  const refuse = (column: string, read: string) =>
    problems.push({ row, column, reason: 'differs-within-model', read })
  if (nameKey(first.name) !== nameKey(model.name)) refuse('model', inShort(model.name))
  if (differ(first.fromMonth, model.fromMonth)) refuse('model_from', String(model.fromMonth))
  if (differ(first.untilMonth, model.untilMonth)) refuse('model_until', String(model.untilMonth))
}

/** The same type again is no matter; the same with other facts is refused. */
function openRepeats() {
  const [seenTypes, seenRows] = [openSeenKeys(), openSeenKeys()]
  return (given: VehicleRow): void => {
    const { row, type, problems } = given
    if (given.addsYears || problems.length > 0) return
    const key = JSON.stringify([modelKey(given), type.slug ?? [nameKey(type.name), identityOf(type)]])
    const earlier = seenTypes(key, row)
    const same = seenRows(JSON.stringify([key, type]), row)
    if (earlier === null) return
    if (earlier === same) given.isRepeat = true
    else
      problems.push({
        row,
        column: 'type',
        reason: 'doubled-type',
        read: `${inShort(type.name)} (${earlier})`,
      })
  }
}
