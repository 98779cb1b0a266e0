import { AXLES, type FitmentCondition, SIDES } from '~/vehicles/fit-of'
import { unguardCell } from './cell-text'
import { plainHeading } from './own-columns'
import { inShort, type Note, type Problem } from './problems'
import type { Row } from './read-rows.server'
import { type Read, readDate, readYesNo } from './read-values'

export type FitmentRow = {
  row: number
  lastRow: number
  /** `sku:…`, `slug:…` or `id:…`: what the product is called by. */
  product: string
  /** A number, or a place as `renault/clio-iii/1-5-dci`; null where it fits any vehicle. */
  type: number | string | null
  condition: FitmentCondition | null
  problems: Problem[]
}

export const FITMENT_COLUMNS = [
  'slug',
  'sku',
  'product_id',
  'universal',
  'make',
  'model',
  'type',
  'type_id',
  'axle',
  'side',
  'built_from',
  'built_until',
  'chassis_from',
  'chassis_until',
  'air_conditioning',
] as const

type FitmentColumn = (typeof FITMENT_COLUMNS)[number]

const ALIASES: Record<string, FitmentColumn> = {
  product: 'slug',
  reference: 'sku',
  essieu: 'axle',
  cote: 'side',
}
const AXLE_WORDS: Record<string, (typeof AXLES)[number]> = { avant: 'front', arriere: 'rear' }
const SIDE_WORDS: Record<string, (typeof SIDES)[number]> = { gauche: 'left', droite: 'right', droit: 'right' }

const columnOf = (heading: string): FitmentColumn | undefined => {
  const plain = plainHeading(heading)
  return ALIASES[plain] ?? FITMENT_COLUMNS.find((column) => column === plain)
}

export function isFitments(headings: readonly string[]): boolean {
  const columns = new Set(headings.map(columnOf))
  const has = (...names: FitmentColumn[]) => names.every((name) => columns.has(name))
  return (has('slug') || has('sku') || has('product_id')) && (has('type_id') || has('make', 'model', 'type'))
}

export type FitmentReader = { read: (row: Row) => FitmentRow; notes: readonly Note[] }

export function readFitments(headings: readonly string[]): FitmentReader {
  const at: Partial<Record<FitmentColumn, number>> = {}
  const notes: Note[] = []
  headings.forEach((heading, index) => {
    const column = columnOf(heading)
    if (column) at[column] = index
    else if (heading.trim() !== '')
      notes.push({ row: 1, column: heading, reason: 'unknown-column', read: heading })
  })

  const read = ({ number, cells }: Row): FitmentRow => {
    const problems: Problem[] = []
    const cell = (column: FitmentColumn) => {
      const index = at[column]
      return index === undefined ? '' : unguardCell(cells[index] ?? '').trim()
    }
    const refuse = (column: FitmentColumn, reason: Problem['reason']) =>
      problems.push({ row: number, column, reason, read: inShort(cell(column)) })
    const taken = <Value>(column: FitmentColumn, reader: (text: string) => Read<Value>): Value | null => {
      const text = cell(column)
      if (text === '') return null
      const found = reader(text)
      if ('value' in found) return found.value
      refuse(column, found.reason)
      return null
    }
    const product = productOf(cell)
    if (product === '') refuse('sku', 'missing')
    const isUniversal = taken('universal', readYesNo) ?? false
    const type = isUniversal ? null : typeOf(cell)
    if (type === '') refuse('type', 'nothing-to-fit')
    const condition: FitmentCondition = {
      axle: taken('axle', (text) => wordIn(AXLES, AXLE_WORDS, text)),
      side: taken('side', (text) => wordIn(SIDES, SIDE_WORDS, text)),
      builtFrom: taken('built_from', readDate),
      builtUntil: taken('built_until', readDate),
      chassisFrom: taken('chassis_from', readChassis),
      chassisUntil: taken('chassis_until', readChassis),
      airConditioning: taken('air_conditioning', readYesNo),
    }
    const { builtFrom, builtUntil } = condition
    if (builtFrom && builtUntil && builtUntil < builtFrom) refuse('built_until', 'period-reversed')
    return { row: number, lastRow: number, product, type, condition: orNone(condition), problems }
  }
  return { read, notes }
}

type Cells = (column: FitmentColumn) => string

function productOf(cell: Cells): string {
  if (cell('product_id')) return `id:${cell('product_id')}`
  if (cell('slug')) return `slug:${cell('slug')}`
  return cell('sku') ? `sku:${cell('sku')}` : ''
}

function typeOf(cell: Cells): number | string {
  if (cell('type_id')) return Number(cell('type_id'))
  const place = [cell('make'), cell('model'), cell('type')]
  return place.every(Boolean) ? place.join('/') : ''
}

function wordIn<Word extends string>(
  words: readonly Word[],
  aliases: Record<string, Word>,
  text: string,
): Read<Word> {
  const plain = plainHeading(text)
  const word = words.find((known) => known === plain) ?? aliases[plain]
  return word ? { value: word } : { reason: 'not-a-choice' }
}

function readChassis(cell: string): Read<string> {
  const plain = cell.replace(/[\s-]/g, '').toUpperCase()
  if (/E\+\d+$/i.test(cell)) return { reason: 'scientific-notation' }
  return /^[0-9A-Z]{1,17}$/.test(plain) ? { value: plain } : { reason: 'not-a-choice' }
}

const orNone = (condition: FitmentCondition) =>
  Object.values(condition).some((asked) => asked !== null) ? condition : null
