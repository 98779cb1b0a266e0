import { tidyText } from '~/text/typed-text'
import type { StoredType } from '~/vehicles/stored-vehicles.server'
import { BODIES, type Body, FUELS, type Fuel } from '~/vehicles/vehicle-words'
import { unguardCell } from '../cell-text'
import { plainHeading } from '../formats/own-columns'
import { type Read, readCount, readWord } from '../formats/read-values'
import { inShort, type Note, type Problem } from '../problems'
import type { Row } from '../run/read-rows.server'
import { addressOf } from './name-key'

export type VehicleType = Omit<StoredType, 'id'>

/** Without an address of its own it is known by its name, and types of one name by what tells them apart. */
export type GivenType = Omit<VehicleType, 'slug'> & { slug: string | null }

export type VehicleRow = {
  row: number
  make: { slug: string | null; name: string }
  model: { slug: string | null; name: string; fromMonth: number | null; untilMonth: number | null }
  type: GivenType
  /** The row stands for one year of a type: its years add to those known. */
  addsYears: boolean
  /** The same stood in an earlier row. */
  isRepeat: boolean
  /** Columns that the file does not have. */
  absent: ReadonlySet<string>
  problems: Problem[]
}

export type VehicleReader = { dialect: string; read: (row: Row) => VehicleRow; notes: readonly Note[] }

export const VEHICLE_COLUMNS = [
  'make',
  'make_slug',
  'model',
  'model_slug',
  'model_from',
  'model_until',
  'type',
  'type_slug',
  'engine_code',
  'power_kw',
  'fuel',
  'body',
  'displacement_cc',
  'from',
  'until',
] as const

const FUEL_WORDS: Record<string, Fuel> = {
  essence: 'petrol',
  gasoline: 'petrol',
  gazole: 'diesel',
  hybride: 'hybrid',
  electrique: 'electric',
  gpl: 'lpg',
  gnv: 'natural-gas',
}
const BODY_WORDS: Record<string, Body> = {
  berline: 'saloon',
  sedan: 'saloon',
  break: 'estate',
  monospace: 'mpv',
  cabriolet: 'convertible',
  utilitaire: 'van',
}

export function isOwnVehicles(headings: readonly string[]): boolean {
  const plain = headings.map(plainHeading)
  return ['make', 'model', 'type', 'fuel', 'from'].every((heading) => plain.includes(heading))
}

/** One row per type. */
export function readOwnVehicles(headings: readonly string[]): VehicleReader {
  const at = new Map(headings.map((heading, index) => [plainHeading(heading), index]))
  const known = new Set<string>(VEHICLE_COLUMNS)
  const absent = new Set(VEHICLE_COLUMNS.filter((column) => !at.has(column)))
  const notes: Note[] = headings
    .filter((heading) => heading.trim() !== '' && !known.has(plainHeading(heading)))
    .map((heading) => ({ row: 1, column: heading, reason: 'unknown-column', read: heading }))

  return {
    dialect: 'comptoir',
    notes,
    read({ number, cells }) {
      const problems: Problem[] = []
      const cell = (column: string) => tidyText(unguardCell(cells[at.get(column) ?? -1] ?? ''))
      const refuse = (column: string, reason: Problem['reason']) =>
        problems.push({ row: number, column, reason, read: inShort(cell(column)) })
      const taken = <Value>(column: string, read: (text: string) => Read<Value>, absent: Value): Value => {
        if (cell(column) === '') return absent
        const found = read(cell(column))
        if ('value' in found) return found.value
        refuse(column, found.reason)
        return absent
      }
      for (const column of ['make', 'model', 'type', 'fuel', 'body', 'from'])
        if (cell(column) === '') refuse(column, 'missing')

      const fuel = taken('fuel', (text) => readWord(FUELS, FUEL_WORDS, text), FUELS[0])
      const body = taken('body', (text) => readWord(BODIES, BODY_WORDS, text), BODIES[0])
      const fromMonth = taken('from', (text) => readMonth(text, 1), 190001)
      const untilMonth = taken<number | null>('until', (text) => readMonth(text, 12), null)
      const model = {
        slug: cell('model_slug') || null,
        name: cell('model'),
        fromMonth: taken<number | null>('model_from', (text) => readMonth(text, 1), null),
        untilMonth: taken<number | null>('model_until', (text) => readMonth(text, 12), null),
      }
      const type: GivenType = {
        slug: cell('type_slug') || null,
        name: cell('type'),
        engineCode: cell('engine_code') || null,
        powerKw: taken<number | null>('power_kw', readPositive, null),
        fuel,
        body,
        displacementCc: taken<number | null>('displacement_cc', readPositive, null),
        fromMonth,
        untilMonth,
      }
      const make = { slug: cell('make_slug') || null, name: cell('make') }
      for (const [column, { slug, name }] of Object.entries({ make, model, type }))
        if (name && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug ?? addressOf(name))) refuse(column, 'not-a-slug')
      if (untilMonth !== null && untilMonth < fromMonth) refuse('until', 'period-reversed')
      return { row: number, make, model, type, addsYears: false, isRepeat: false, absent, problems }
    },
  }
}

function readPositive(cell: string): Read<number> {
  const read = readCount(cell)
  return 'value' in read && read.value === 0 ? { reason: 'not-a-number' } : read
}

/** `2005-09`, `200509`, `09/2005`, or a year alone, which then begins or ends in this month. */
export function readMonth(cell: string, monthOfYear: 1 | 12): Read<number> {
  const [, year = '', month = ''] = /^(\d{4})-?(\d{2})?(?:-\d{2})?$/.exec(cell) ?? []
  const [, lastMonth = '', lastYear = ''] = /^(\d{1,2})[/.](\d{4})$/.exec(cell) ?? []
  const value = Number(year || lastYear) * 100 + Number(month || lastMonth || monthOfYear)
  const isMonth = value % 100 >= 1 && value % 100 <= 12 && value >= 188_001 && value <= 210_012
  return isMonth ? { value } : { reason: 'not-a-date' }
}
