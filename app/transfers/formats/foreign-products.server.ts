import { isSlug } from '~/catalog/slug-queries.server'
import { unguardCell } from '../cell-text'
import { inShort, type Note, type NoteOf } from '../problems'
import {
  addProblem,
  emptyRow,
  type ProductReader,
  type ProductRow,
  takeBarcode,
  takeSku,
} from '../products/product-rows.server'
import { slugOf } from '../products/slug-of'
import { readText } from '../run/cells.server'
import type { Row } from '../run/read-rows.server'
import { codeOf, type ForeignFormat, type ForeignProduct, type ForeignRow, type Said } from './foreign-format'
import { strictestStatus } from './foreign-status'
import { takeVariant } from './foreign-variants'
import { optionKeys } from './option-keys'
import { plainHeading } from './own-columns'

/** The word of a shop that has no other: what a file without makers or types is filed under. */
const NO_BRAND = 'Sans marque'
const IMPORTED = { slug: 'importes', fr: 'Importés', en: 'Imported' }

/** Reads another program's products as ours. */
export function readForeignProducts(format: ForeignFormat, headings: readonly string[]): ProductReader {
  const columns = headings.map((heading) => format.column(plainHeading(heading)))
  const notes: Note[] = headings
    .filter((heading, at) => heading.trim() !== '' && columns[at] === null)
    .map((heading) => ({ row: 1, column: heading, reason: 'unknown-column', read: heading }))
  let last: string | null = null
  let optionNames: string[] = []
  const saidOnce = new Set<Note['reason']>()

  const read = ({ number, cells }: Row): ProductRow => {
    const given = format.read(rowOf(columns, cells))
    const note: NoteOf = (reason, column, read) => {
      if (ONCE.has(reason) && saidOnce.has(reason)) return
      saidOnce.add(reason)
      notes.push({ row: number, column, reason, read: inShort(read) })
    }
    const product = given.handle ?? given.group ?? ''
    const isNew = product !== last
    last = product
    // Only the first row of a product names its options.
    if (isNew) optionNames = []
    given.options.forEach(({ name }, place) => {
      if (name) optionNames[place] = name
    })
    const [picture] = given.pictures
    if (picture) note('pictures-not-fetched', 'image', picture)
    return rowFrom(number, given, { isNew, optionNames, note })
  }
  return { read, notes }
}

/** What is the same for every row is said of the first. */
const ONCE: ReadonlySet<Note['reason']> = new Set(['pictures-not-fetched', 'weight-without-unit'])

function rowOf(columns: readonly (string | null)[], cells: readonly string[]): ForeignRow {
  const texts = new Map<string, string>()
  columns.forEach((column, at) => {
    if (column !== null) texts.set(column, unguardCell(cells[at] ?? '').trim())
  })
  const cell = (column: string) => texts.get(column) ?? null
  return {
    cell,
    first: (...wanted) => {
      const said = wanted.map(cell).filter((text) => text !== null)
      return said.find(Boolean) ?? said[0] ?? null
    },
    matching: (pattern) =>
      [...texts].filter(([column]) => pattern.test(column)).map(([column, text]) => ({ column, cell: text })),
  }
}

type Begun = { isNew: boolean; optionNames: readonly string[]; note: NoteOf }

function rowFrom(number: number, given: ForeignProduct, { isNew, optionNames, note }: Begun): ProductRow {
  const row = emptyRow(number)
  takeHandle(row, given)
  if (given.isOfKnownKind === false) addProblem(row, 'type', 'kind-not-sold', given.name ?? '')
  if (isNew) takeProduct(row, given, note)
  if (!given.isVariant) {
    row.variant = null
    return row
  }
  const options = takeOptions(row, given, optionNames)
  const sku = codeOf(given.sku)
  row.isSkuMade = sku === ''
  row.sku = takeSku(row, sku || skuFrom(row.slug ?? slugOf(given.name ?? ''), options), 'sku')
  row.barcode = takeBarcode(row, codeOf(given.barcode) || null, 'barcode')
  takeVariant(row, given, note)
  return row
}

/** Without a handle, the product is found by its SKU, and named after it when it is new. */
function takeHandle(row: ProductRow, { handle, group }: ForeignProduct): void {
  if (handle === null) {
    row.group = group ?? null
    return
  }
  row.slug = (isSlug(handle) ? handle : slugOf(handle)) || null
  if (row.slug === null) addProblem(row, 'handle', 'missing', handle)
}

function takeProduct(row: ProductRow, given: ForeignProduct, note: NoteOf): void {
  const { html, tags, statuses } = given
  const [name, brand, family, range] = [
    textOf(row, 'name', 'line', given.name),
    textOf(row, 'brand', 'line', given.brand),
    textOf(row, 'family', 'line', given.family),
    textOf(row, 'range', 'line', given.range),
  ]
  if (name) row.product['name:fr'] = name
  if (html !== null) row.product['description:fr'] = textOf(row, 'description', 'html', html) || null
  if (tags) row.product.tags = tags.map((tag) => textOf(row, 'tags', 'line', tag)).filter(Boolean)
  const status = strictestStatus(statuses, note)
  if (status.isKnown) Object.assign(row.product, status.value ? { status: status.value } : {})
  else addProblem(row, 'status', 'not-a-choice', status.read)
  if (brand) row.product.brand = brand
  if (range) row.product.range = range
  Object.assign(row.hints, {
    'new:brand': brand || NO_BRAND,
    'new:range': range || IMPORTED.slug,
    family: slugOf(family) ? family : IMPORTED.slug,
    'family_name:fr': family || IMPORTED.fr,
    'family_name:en': family || IMPORTED.en,
    'range_name:fr': range || IMPORTED.fr,
    'range_name:en': range || IMPORTED.en,
  })
}

function textOf(row: ProductRow, column: string, kind: 'line' | 'value' | 'html', said: Said): string {
  const read = readText(kind, said ?? '')
  if ('value' in read) return String(read.value ?? '')
  addProblem(row, column, read.reason, said ?? '')
  return ''
}

function takeOptions(row: ProductRow, { options }: ForeignProduct, names: readonly string[]): string[] {
  const keys = optionKeys(Array.from(names, (name) => name ?? ''))
  const values: string[] = []
  options.forEach(({ value: said }, at) => {
    const [name = '', key] = [names[at], keys[at]]
    const isPlaceholder = name === 'Title' && said === 'Default Title'
    const value = isPlaceholder ? '' : textOf(row, name, 'value', said)
    if (!value || !row.variant) return
    if (!key) {
      addProblem(row, `option ${at + 1}`, 'option-without-name', value)
      return
    }
    row.variant[`option:${key}`] = value
    row.hints[`label:${key}`] = name
    values.push(value)
  })
  return values
}

/** A variant without a SKU gets one that the next import of the same file finds again. */
function skuFrom(slug: string, options: readonly string[]): string {
  return [slug, ...options.map(slugOf)].filter(Boolean).join('-').toUpperCase().slice(0, 64)
}
