import { isSlug } from '~/catalog/slug-queries.server'
import { isScientific } from '~/money/typed-number'
import { tidyCode } from '~/text/typed-text'
import { unguardCell } from '../cell-text'
import { looksLikeHtml } from '../formats/html-text.server'
import { type Column, factOf, isWeightWithoutUnit, ownColumn } from '../formats/own-columns'
import { inShort, type Note, type Problem } from '../problems'
import { readCell } from '../run/cells.server'
import type { Row } from '../run/read-rows.server'
import type { Facts } from './facts'

/** What one row says, whatever format it came in. */
export type ProductRow = {
  row: number
  slug: string | null
  /** What rows of one product share that name no slug. */
  group: string | null
  sku: string | null
  product: Facts
  /** Null where the row only adds to the product: a picture, a text. */
  variant: Facts | null
  hints: Record<string, string>
  barcode: string | null
  /** The file has none for it: one was made from its product and its options. */
  isSkuMade: boolean
  problems: Problem[]
}

export type ProductReader = { read: (row: Row) => ProductRow; notes: readonly Note[] }

const LONGEST_SKU = 64

export function readOwnProducts(headings: readonly string[]): ProductReader {
  const columns = headings.map((heading) => ownColumn(heading))
  const notes: Note[] = headings
    .filter((heading, at) => heading.trim() !== '' && !columns[at])
    .map((heading) => ({
      row: 1,
      column: heading,
      reason: isWeightWithoutUnit(heading) ? 'weight-without-unit' : 'unknown-column',
      read: heading,
    }))
  const said = new Set<string>()
  const noteOnce = (row: ProductRow, column: string, reason: Note['reason'], text: string) => {
    if (said.has(column)) return
    said.add(column)
    notes.push({ row: row.row, column, reason, read: inShort(text) })
  }

  const read = ({ number, cells }: Row): ProductRow => {
    const row = emptyRow(number)
    columns.forEach((column, at) => {
      if (column) takeCell(row, column, cells[at] ?? '', headings[at] ?? '')
    })
    if (cells.length > headings.length) addProblem(row, '', 'too-many-cells', String(cells.length))
    for (const heading of ['description:fr', 'description:en']) {
      const text = row.product[heading]
      if (typeof text === 'string' && looksLikeHtml(text)) noteOnce(row, heading, 'looks-like-html', text)
    }
    const elsewhere = leaveOutAddresses(row.product)
    if (elsewhere) noteOnce(row, 'images', 'pictures-not-fetched', elsewhere)
    return row
  }
  return { read, notes }
}

/** Pictures that are elsewhere are not fetched; answers the first of them. */
function leaveOutAddresses(product: Facts): string | undefined {
  const { images } = product
  if (!Array.isArray(images)) return undefined
  const kept = images.filter((image) => !image.includes('://'))
  if (kept.length > 0 || images.length === 0) product.images = kept
  else delete product.images
  return images.find((image) => image.includes('://'))
}

export function emptyRow(number: number): ProductRow {
  return {
    row: number,
    slug: null,
    group: null,
    sku: null,
    product: {},
    variant: {},
    hints: {},
    barcode: null,
    isSkuMade: false,
    problems: [],
  }
}

export function addProblem(row: ProductRow, column: string, reason: Problem['reason'], cell: string): void {
  row.problems.push({ row: row.row, column, reason, read: inShort(cell) })
}

function takeCell(row: ProductRow, known: Column, cell: string, column: string): void {
  const { of, kind, isKept } = known
  const heading = factOf(known)
  const isKey = of === 'hint' || heading === 'range' || heading === 'brand'
  if (isKey && cell.startsWith('=')) {
    addProblem(row, column, 'formula', cell)
    return
  }
  const read = readCell(kind, cell)
  if ('reason' in read) {
    addProblem(row, column, read.reason, cell)
    return
  }
  const { value } = read
  if (heading === 'slug') row.slug = takeSlug(row, value as string | null, column)
  else if (heading === 'sku') row.sku = takeSku(row, unguardCell(cell), column)
  else if (heading === 'barcode') row.barcode = takeBarcode(row, value as string | null, column)
  else if (of === 'hint') row.hints[heading] = String(value ?? '')
  else if (value !== null || !isKept) {
    const facts = of === 'variant' ? row.variant : row.product
    if (facts) facts[heading] = value
  }
}

function takeSlug(row: ProductRow, slug: string | null, column: string): string | null {
  if (slug !== null && !isSlug(slug)) addProblem(row, column, 'not-a-slug', slug)
  return slug
}

/** A SKU is one line that can be typed, in its case; what a spreadsheet spoilt is refused. */
export function takeSku(row: ProductRow, text: string, column: string): string | null {
  const sku = tidyCode(text)
  if (sku === '') return null
  if (isScientific(sku)) addProblem(row, column, 'scientific-notation', text)
  else if (sku.length > LONGEST_SKU) addProblem(row, column, 'too-long', text)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a SKU is one line that can be typed
  else if (/[\x00-\x1f\x7f]/.test(text.trim())) addProblem(row, column, 'unprintable', text)
  return sku
}

export function takeBarcode(row: ProductRow, barcode: string | null, column: string): string | null {
  if (barcode !== null && isScientific(barcode)) {
    addProblem(row, column, 'scientific-notation', barcode)
    return null
  }
  return barcode && tidyCode(barcode)
}
