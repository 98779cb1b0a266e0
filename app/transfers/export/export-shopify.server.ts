import type { Database } from '~/platform/db.server'
import { guardCell } from '../cell-text'
import { type Fact, isNothing } from '../products/facts'
import type { StoredFacts, StoredVariantFacts } from '../products/stored-facts.server'
import { writeCell } from '../run/cells.server'
import { openFrame } from '../run/frame.server'
import { listAllFacts } from './export-products.server'

const HEADINGS = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Fulfillment Service',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Image Src',
  'Status',
]

const STATUS: Record<string, string> = { available: 'active', draft: 'draft', pending: 'draft' }

/** Products as Shopify imports them: French texts, three options at most, one price and the one it is reduced from. */
export async function* exportShopifyProducts(
  db: Database,
  { now = new Date() } = {},
): AsyncGenerator<string[][]> {
  const frame = await openFrame(db)
  yield [HEADINGS]
  for await (const page of listAllFacts(db))
    yield page.flatMap((product) => {
      const range = frame.rangeById(product.written.rangeId)
      return rowsOf(product, range?.names.fr ?? range?.slug ?? '', now.toISOString())
    })
}

function rowsOf(product: StoredFacts, type: string, now: string): string[][] {
  const variants = [...product.variants.values()]
  const options = optionsOf(variants)
  return variants.map((variant, at) => [
    product.slug,
    ...(at === 0 ? productCells(product, type) : Array<string>(6).fill('')),
    ...optionCells(variant, options, at === 0),
    ...variantCells(variant, now),
    at === 0 ? barcodeOf(product) : '',
    '',
    STATUS[String(product.product.status)] ?? 'archived',
  ])
}

function productCells({ product }: StoredFacts, type: string): string[] {
  return [
    text(product['name:fr']),
    htmlOf(String(product['description:fr'] ?? '')),
    text(product.brand),
    guardCell(type),
    guardCell((Array.isArray(product.tags) ? product.tags : []).join(', ')),
    String(product.status === 'available'),
  ]
}

function optionsOf(variants: readonly StoredVariantFacts[]): string[] {
  const headings = variants.flatMap(({ facts }) =>
    Object.keys(facts).filter((heading) => heading.startsWith('option:') && !isNothing(facts[heading])),
  )
  return [...new Set(headings)].slice(0, 3)
}

function optionCells({ facts }: StoredVariantFacts, options: readonly string[], isFirst: boolean): string[] {
  if (options.length === 0) return [isFirst ? 'Title' : '', 'Default Title', '', '', '', '']
  return [0, 1, 2].flatMap((at) => {
    const heading = options[at]
    if (!heading) return ['', '']
    return [isFirst ? heading.slice('option:'.length) : '', text(facts[heading])]
  })
}

function variantCells({ sku, facts }: StoredVariantFacts, now: string): string[] {
  const { price, sale_price: sale, sale_from: from, sale_until: until } = facts
  const isOnSale = !isNothing(sale) && String(from) <= now && (isNothing(until) || String(until) > now)
  return [
    guardCell(sku),
    writeCell('count', facts.weight_g),
    'shopify',
    writeCell('count', facts.stock),
    'deny',
    'manual',
    writeCell('cents', isOnSale ? sale : price),
    isOnSale ? writeCell('cents', price) : '',
    'true',
    'true',
  ]
}

function barcodeOf({ product }: StoredFacts): string {
  const references = product['references:manufacturer']
  const ean = Array.isArray(references) ? references.find((reference) => /^EAN:/.test(reference)) : undefined
  return ean ? ean.slice('EAN:'.length) : ''
}

const text = (fact: Fact | undefined) => guardCell(String(fact ?? ''))

function htmlOf(description: string): string {
  const escaped = description.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return escaped
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('')
}
