import { tidyCode } from '~/text/typed-text'
import type { FitmentCondition } from '~/vehicles/fit-of'
import { unguardCell } from '../cell-text'
import { plainHeading } from '../formats/own-columns'
import { type Read, readCount, readYesNo } from '../formats/read-values'
import { inShort, type Note, type Problem } from '../problems'
import type { Row } from '../run/read-rows.server'
import { CONDITION_HEADINGS, readCondition } from './fitment-conditions'

export type FitmentRow = {
  row: number
  lastRow: number
  /** `sku:…`, `slug:…` or `id:…`: what the product is called by. */
  product: string
  /** What the row calls it besides: all of it has to be one product. */
  otherProducts: readonly string[]
  /** A number, or a path as `renault/clio-iii/1-5-dci`; null where it fits any vehicle. */
  type: number | string | null
  /** The path that the row names beside a number, or ''. */
  path: string
  condition: FitmentCondition | null
  problems: Problem[]
}

/** What an export writes; its conditions are of one order with what `writeCondition` answers. */
export const FITMENT_HEADINGS = ['slug', 'universal', 'make', 'model', 'type', ...CONDITION_HEADINGS]

const READ_COLUMNS = new Set([...FITMENT_HEADINGS, 'sku', 'product_id', 'type_id'])

const ALIASES: Record<string, string> = {
  product: 'slug',
  reference: 'sku',
  essieu: 'axle',
  cote: 'side',
}

const columnOf = (heading: string): string | undefined => {
  const plain = plainHeading(heading)
  return ALIASES[plain] ?? (READ_COLUMNS.has(plain) ? plain : undefined)
}

export function isFitments(headings: readonly string[]): boolean {
  const columns = new Set(headings.map(columnOf))
  const has = (...names: string[]) => names.every((name) => columns.has(name))
  return (has('slug') || has('sku') || has('product_id')) && (has('type_id') || has('make', 'model', 'type'))
}

export type FitmentReader = { read: (row: Row) => FitmentRow; notes: readonly Note[] }

export function readFitments(headings: readonly string[]): FitmentReader {
  const at: Record<string, number> = {}
  const notes: Note[] = []
  headings.forEach((heading, index) => {
    const column = columnOf(heading)
    if (column) at[column] = index
    else if (heading.trim() !== '')
      notes.push({ row: 1, column: heading, reason: 'unknown-column', read: heading })
  })

  const read = ({ number, cells }: Row): FitmentRow => {
    const problems: Problem[] = []
    const cell = (column: string) => {
      const index = at[column]
      return tidyCode(unguardCell(cells[index ?? -1] ?? ''))
    }
    const refuse = (column: string, reason: Problem['reason']) =>
      problems.push({ row: number, column, reason, read: inShort(cell(column)) })
    const taken = <Value>(column: string, reader: (text: string) => Read<Value>): Value | null => {
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
    const path = pathOf(cell)
    const type = isUniversal ? null : (typeId ?? path)
    if (type === '' && !cell('type_id')) refuse('type', 'nothing-to-fit')
    if (isUniversal && (cell('type_id') || cell('make') || cell('model') || cell('type')))
      refuse('universal', 'universal-and-type')
    const condition = readCondition(taken)
    const { builtFrom, builtUntil } = condition ?? {}
    if (builtFrom && builtUntil && builtUntil < builtFrom) refuse('built_until', 'period-reversed')
    return {
      row: number,
      lastRow: number,
      product,
      otherProducts,
      type,
      path,
      condition,
      problems,
    }
  }
  return { read, notes }
}

type Cells = (column: string) => string

function productsOf(cell: Cells): string[] {
  const [id, slug, sku] = [cell('product_id'), cell('slug'), cell('sku')]
  return [id && `id:${id}`, slug && `slug:${slug}`, sku && `sku:${sku}`].filter(Boolean)
}

function pathOf(cell: Cells): string {
  const path = [cell('make'), cell('model'), cell('type')]
  return path.every(Boolean) ? path.join('/') : ''
}
