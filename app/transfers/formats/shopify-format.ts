import { type ForeignFormat, listed, numbered, picturesIn } from './foreign-format'
import { readYesNo } from './read-values'

/** The headings of Shopify's present template, by those of its exports. */
const PRESENT: Record<string, string> = {
  url_handle: 'handle',
  description: 'body_(html)',
  published_on_online_store: 'published',
  sku: 'variant_sku',
  barcode: 'variant_barcode',
  price: 'variant_price',
  'compare-at_price': 'variant_compare_at_price',
  inventory_quantity: 'variant_inventory_qty',
  'weight_value_(grams)': 'variant_grams',
  product_image_url: 'image_src',
  variant_image_url: 'variant_image',
}

const READ =
  /^(handle|title|body_\(html\)|vendor|type|tags|published|status|option[123]_(name|value)|variant_(sku|grams|inventory_qty|price|compare_at_price|barcode|image)|image_src)$/

export const shopify: ForeignFormat = {
  name: 'shopify',
  isOf: (headings) =>
    headings.has('url_handle') ||
    (headings.has('handle') &&
      [...headings].some((heading) => /^(variant_|option1_value$|body_\(html\)$)/.test(heading))),
  column: (heading) => {
    const column = PRESENT[heading] ?? heading
    return READ.test(column) ? column : null
  },
  read: (row) => {
    const { cell } = row
    return {
      handle: cell('handle') ?? '',
      sku: cell('variant_sku'),
      barcode: cell('variant_barcode'),
      name: cell('title'),
      html: cell('body_(html)'),
      brand: cell('vendor'),
      family: null,
      range: cell('type'),
      tags: listed(cell('tags')),
      statuses: [cell('status') ?? '', publishedStatus(cell('published') ?? '')],
      options: numbered(row, 3, (n) => ({ name: `option${n}_name`, value: `option${n}_value` })),
      weight: { figure: cell('variant_grams') ?? '', unit: 'g' },
      stock: cell('variant_inventory_qty'),
      price: cell('variant_price'),
      compareAt: cell('variant_compare_at_price'),
      currency: null,
      pictures: picturesIn(row, /^(image_src|variant_image)$/),
      isVariant: Boolean(row.first('variant_sku', 'variant_price', 'option1_value')),
    }
  },
}

/** A word that is neither yes nor no is refused like an unknown status: it may have meant no. */
function publishedStatus(said: string): string {
  const published = readYesNo(said)
  if (!('value' in published)) return said
  return published.value ? 'active' : 'hidden'
}
