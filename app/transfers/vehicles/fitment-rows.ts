import { tidyCode } from '~/text/typed-text'
import { AXLES, type FitmentCondition, SIDES } from '~/vehicles/fit-of'
import { unguardCell } from '../cell-text'
import { plainHeading } from '../formats/own-columns'
import { type Read, readCount, readDate, readYesNo } from '../formats/read-values'
import { inShort, type Note, type Problem } from '../problems'
import type { Row } from '../run/read-rows.server'

export type FitmentRow = {
  row: number
  lastRow: number
  /** `sku:…`, `slug:…` or `id:…`: what the product is called by. */
  product: string
  /** What the row calls it besides: all of it has to be one product. */
  otherProducts: readonly string[]
  /** A number, or a place as `renault/clio-iii/1-5-dci`; null where it fits any vehicle. */
  type: number | string | null
  /** The place that the row names beside a number, or ''. */
  place: string
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
      return tidyCode(unguardCell(cells[index ?? -1] ?? ''))
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
    const [product = '', ...otherProducts] = productsOf(cell)
    if (product === '') refuse('sku', 'missing')
    const isUniversal = taken('universal', readYesNo) ?? false
    const typeId = taken('type_id', readCount)
    const place = placeOf(cell)
    const type = isUniversal ? null : (typeId ?? place)
    if (type === '' && !cell('type_id')) refuse('type', 'nothing-to-fit')
    if (isUniversal && (cell('type_id') || cell('make') || cell('model') || cell('type')))
      refuse('universal', 'universal-and-type')
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
    return {
      row: number,
      lastRow: number,
      product,
      otherProducts,
      type,
      place,
      condition: orNone(condition),
      problems,
    }
  }
  return { read, notes }
}

type Cells = (column: FitmentColumn) => string

function productsOf(cell: Cells): string[] {
  const [id, slug, sku] = [cell('product_id'), cell('slug'), cell('sku')]
  return [id && `id:${id}`, slug && `slug:${slug}`, sku && `sku:${sku}`].filter(Boolean)
}

function placeOf(cell: Cells): string {
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
