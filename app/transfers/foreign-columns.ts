import { plainHeading } from './own-columns'

/** The cells of a row by the headings of another program's format. */
export type ForeignRow = {
  cell: (heading: string) => string
  /** The first of these columns that says something. */
  first: (...headings: string[]) => string
  /** Every column whose heading matches, with what it says. */
  matching: (heading: RegExp) => { heading: string; cell: string }[]
}

export type ForeignProduct = {
  handle: string
  sku: string
  barcode: string
  name: string
  html: string
  brand: string
  family: string
  range: string
  tags: string[]
  status: string
  options: { name: string; value: string }[]
  weightGrams: number | null
  stock: string
  price: string
  /** What it cost before; above the price, the price is a sale's. */
  compareAt: string
  currency: string
  pictures: string[]
  /** Only pictures or texts of a product that an earlier row began. */
  isVariant: boolean
}

export type ForeignFormat = {
  name: 'shopify' | 'medusa' | 'spree'
  /** Headings that tell the format from others. */
  marks: readonly string[]
  /** Headings that are read; others are reported once. */
  isKnown: (heading: string) => boolean
  read: (row: ForeignRow) => ForeignProduct
}

const POUND_GRAMS = 453.592_37
const GRAMS: Record<string, number> = {
  g: 1,
  kg: 1000,
  lb: POUND_GRAMS,
  lbs: POUND_GRAMS,
  oz: POUND_GRAMS / 16,
}

function grams(weight: string, unit: string): number | null {
  const value = Number(weight.replace(',', '.'))
  return weight === '' || !Number.isFinite(value)
    ? null
    : Math.round(value * (GRAMS[unit.toLowerCase() || 'g'] ?? 1))
}

const numbered = (row: ForeignRow, most: number, name: (n: number) => string, value: (n: number) => string) =>
  Array.from({ length: most }, (_, at) => ({
    name: row.cell(name(at + 1)),
    value: row.cell(value(at + 1)),
  }))

const commas = (cell: string) =>
  cell
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)

const shopify: ForeignFormat = {
  name: 'shopify',
  marks: ['handle', 'title', 'option1_value'],
  isKnown: (heading) =>
    /^(handle|title|body_\(html\)|vendor|type|tags|published|status|option[123]_(name|value)|variant_(sku|grams|inventory_qty|price|compare_at_price|barcode|image|weight_unit)|image_(src|position|alt_text))$/.test(
      heading,
    ),
  read: (row) => ({
    handle: row.cell('handle'),
    sku: row.cell('variant_sku'),
    barcode: row.cell('variant_barcode'),
    name: row.cell('title'),
    html: row.cell('body_(html)'),
    brand: row.cell('vendor'),
    family: '',
    range: row.cell('type'),
    tags: commas(row.cell('tags')),
    status:
      row.cell('status') || ({ true: 'active', false: 'draft' }[row.cell('published').toLowerCase()] ?? ''),
    options: numbered(
      row,
      3,
      (n) => `option${n}_name`,
      (n) => `option${n}_value`,
    ),
    weightGrams: grams(row.cell('variant_grams'), 'g'),
    stock: row.cell('variant_inventory_qty'),
    price: row.cell('variant_price'),
    compareAt: row.cell('variant_compare_at_price'),
    currency: '',
    pictures: [row.cell('image_src'), row.cell('variant_image')].filter(Boolean),
    isVariant: row.first('variant_sku', 'variant_price', 'option1_value') !== '',
  }),
}

const medusa: ForeignFormat = {
  name: 'medusa',
  marks: ['product_handle', 'product_title', 'variant_title'],
  isKnown: (heading) =>
    /^(product_(handle|title|subtitle|description|status|type|tags|tag_\d|thumbnail|image_\d)|variant_(title|sku|barcode|ean|upc|inventory_quantity|weight|price_eur)|(variant_)?option_\d_(name|value)|price_eur|image_\d_url|collection)$/.test(
      heading,
    ),
  read: (row) => ({
    handle: row.cell('product_handle'),
    sku: row.cell('variant_sku'),
    barcode: row.first('variant_barcode', 'variant_ean', 'variant_upc'),
    name: row.cell('product_title'),
    html: row.cell('product_description').replace(/\\n|\n/g, '<br>'),
    brand: '',
    family: '',
    range: row.cell('product_type'),
    tags: [
      ...row.matching(/^product_tag_\d$/).map(({ cell }) => cell),
      ...commas(row.cell('product_tags')),
    ].filter(Boolean),
    status: row.cell('product_status'),
    options: [
      ...numbered(
        row,
        3,
        (n) => `variant_option_${n}_name`,
        (n) => `variant_option_${n}_value`,
      ),
      ...numbered(
        row,
        3,
        (n) => `option_${n}_name`,
        (n) => `option_${n}_value`,
      ),
    ],
    weightGrams: grams(row.cell('variant_weight'), 'g'),
    stock: row.cell('variant_inventory_quantity'),
    price: row.first('variant_price_eur', 'price_eur'),
    compareAt: '',
    currency: '',
    pictures: row.matching(/^(product_thumbnail|product_image_\d|image_\d_url)$/).map(({ cell }) => cell),
    isVariant: true,
  }),
}

const spree: ForeignFormat = {
  name: 'spree',
  marks: ['slug', 'sku', 'product_type', 'option1_name'],
  isKnown: (heading) =>
    /^(slug|sku|name|price|compare_at_price|currency|status|description|tags|product_type|category1|option\d_(name|value)|image\d_src|weight|weight_unit|inventory_count)$/.test(
      heading,
    ),
  read: (row) => {
    const [family = '', range = ''] = row
      .cell('category1')
      .split('->')
      .map((part) => part.trim())
    const price = row.cell('price')
    return {
      handle: row.cell('slug'),
      sku: row.cell('sku'),
      barcode: '',
      name: row.cell('name'),
      html: row.cell('description'),
      brand: '',
      family: range && family,
      range: range || family,
      tags: commas(row.cell('tags')),
      status: row.cell('status'),
      options: numbered(
        row,
        3,
        (n) => `option${n}_name`,
        (n) => `option${n}_value`,
      ),
      weightGrams: grams(row.cell('weight'), row.cell('weight_unit')),
      stock: row.cell('inventory_count'),
      price: price === '0' ? '' : price,
      compareAt: row.cell('compare_at_price').replace(/^0$/, ''),
      currency: row.cell('currency'),
      pictures: row.matching(/^image\d_src$/).map(({ cell }) => cell),
      // The first row stands for the product as a whole and costs nothing.
      isVariant: price !== '0',
    }
  },
}

export const FOREIGN_FORMATS: readonly ForeignFormat[] = [shopify, medusa, spree]

/** The program that writes a table with these headings, or null. */
export function foreignFormat(headings: readonly string[]): ForeignFormat | null {
  const plain = new Set(headings.map(plainHeading))
  return FOREIGN_FORMATS.find(({ marks }) => marks.every((mark) => plain.has(mark))) ?? null
}
