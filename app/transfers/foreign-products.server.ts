import { isSlug } from '~/catalog/slug-queries.server'
import { unguardCell } from './cell-text'
import type { ForeignFormat, ForeignProduct, ForeignRow } from './foreign-columns'
import { textOfHtml } from './html-text.server'
import { plainHeading } from './own-columns'
import { inShort, type Note } from './problems'
import {
  addProblem,
  emptyRow,
  type ProductReader,
  type ProductRow,
  takeBarcode,
  takeSku,
} from './product-rows.server'
import type { Row } from './read-rows.server'
import { readCents, readCount } from './read-values'
import { slugOf } from './slug-of'

/** The word of a shop that has no other: what a file without makers or types is filed under. */
const NO_BRAND = 'Sans marque'
const IMPORTED = { slug: 'importes', fr: 'Importés', en: 'Imported' }

const STATUS: Record<string, string> = {
  active: 'available',
  published: 'available',
  proposed: 'pending',
  draft: 'draft',
  archived: 'archived',
  rejected: 'archived',
}

/** Reads another program's products as ours. */
export function readForeignProducts(format: ForeignFormat, headings: readonly string[]): ProductReader {
  const plain = headings.map(plainHeading)
  const at = new Map(plain.map((heading, index) => [heading, index]))
  const notes: Note[] = headings
    .filter((heading, at) => heading.trim() !== '' && !format.isKnown(plain[at] ?? ''))
    .map((heading) => ({ row: 1, column: heading, reason: 'unknown-column', read: heading }))
  let lastHandle = ''
  let optionNames: string[] = []
  let hasPictures = false

  const read = ({ number, cells }: Row): ProductRow => {
    const given = format.read(rowOf(plain, at, cells))
    const isNew = given.handle !== lastHandle
    lastHandle = given.handle
    // Only the first row of a product names its options.
    if (isNew) optionNames = []
    given.options.forEach(({ name }, place) => {
      if (name) optionNames[place] = name
    })
    if (given.pictures.length > 0 && !hasPictures) {
      hasPictures = true
      notes.push({
        row: number,
        column: 'image',
        reason: 'pictures-not-fetched',
        read: inShort(given.pictures[0] ?? ''),
      })
    }
    return rowFrom(number, given, { isNew, optionNames })
  }
  return { read, notes }
}

function rowOf(plain: readonly string[], at: Map<string, number>, cells: readonly string[]): ForeignRow {
  const cell = (heading: string) => unguardCell(cells[at.get(heading) ?? -1] ?? '').trim()
  return {
    cell,
    first: (...headings) => headings.map(cell).find(Boolean) ?? '',
    matching: (pattern) =>
      plain.filter((heading) => pattern.test(heading)).map((heading) => ({ heading, cell: cell(heading) })),
  }
}

type Begun = { isNew: boolean; optionNames: readonly string[] }

function rowFrom(number: number, given: ForeignProduct, { isNew, optionNames }: Begun): ProductRow {
  const row = emptyRow(number)
  row.slug = isSlug(given.handle) ? given.handle : slugOf(given.handle)
  if (row.slug === '') {
    row.slug = null
    addProblem(row, 'handle', 'missing', given.handle)
  }
  if (isNew) takeProduct(row, given)
  if (!given.isVariant) {
    row.variant = null
    return row
  }
  const options = takeOptions(row, given, optionNames)
  row.sku = takeSku(row, given.sku || skuFrom(row.slug ?? '', options), 'sku')
  row.barcode = takeBarcode(row, given.barcode || null, 'barcode')
  takeVariant(row, given)
  return row
}

function takeProduct(row: ProductRow, given: ForeignProduct): void {
  const { name, html, brand, family, range, tags, status } = given
  if (name) row.product['name:fr'] = name
  row.product['description:fr'] = textOfHtml(html) || null
  if (tags.length > 0) row.product.tags = tags
  if (status) {
    const ours = STATUS[status.toLowerCase()]
    if (ours) row.product.status = ours
    else addProblem(row, 'status', 'not-a-choice', status)
  }
  row.hints['new:brand'] = brand || NO_BRAND
  if (brand) row.product.brand = brand
  if (range) row.product.range = range
  row.hints.family = slugOf(family) || IMPORTED.slug
  row.hints['family_name:fr'] = family || IMPORTED.fr
  row.hints['family_name:en'] = family || IMPORTED.en
  row.hints['range_name:fr'] = range || IMPORTED.fr
  row.hints['range_name:en'] = range || IMPORTED.en
  row.hints['new:range'] = range || IMPORTED.slug
}

function takeOptions(row: ProductRow, { options }: ForeignProduct, names: readonly string[]): string[] {
  const values: string[] = []
  options.forEach(({ value }, at) => {
    const name = names[at] ?? ''
    const key = slugOf(name).replaceAll('-', '_')
    const isPlaceholder = name === 'Title' && value === 'Default Title'
    if (!value || isPlaceholder || !/^[a-z]/.test(key) || !row.variant) return
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

function takeVariant(row: ProductRow, given: ForeignProduct): void {
  if (!row.variant) return
  if (given.weightGrams !== null) row.variant.weight_g = given.weightGrams
  if (given.stock) {
    const stock = readCount(given.stock)
    if ('value' in stock) row.variant.stock = stock.value
    else addProblem(row, 'stock', stock.reason, given.stock)
  }
  if (given.price) takePrice(row, given, row.variant)
}

function takePrice(row: ProductRow, given: ForeignProduct, facts: NonNullable<ProductRow['variant']>): void {
  if (given.currency && given.currency !== 'EUR') {
    addProblem(row, 'currency', 'other-currency', given.currency)
    return
  }
  const price = readCents(given.price)
  if ('reason' in price) {
    addProblem(row, 'price', price.reason, given.price)
    return
  }
  const before = given.compareAt ? readCents(given.compareAt) : price
  if ('reason' in before) {
    addProblem(row, 'compare at', before.reason, given.compareAt)
    return
  }
  const isSale = before.value > price.value
  facts.price = isSale ? before.value : price.value
  facts.sale_price = isSale ? price.value : null
  if (!isSale) Object.assign(facts, { sale_from: null, sale_until: null })
}
