import { type ForeignFormat, listed, numbered, picturesIn } from './foreign-format'

const READ =
  /^(product_(handle|title|description|status|type|tags|tag_\d|thumbnail|image_\d)|variant_(title|sku|barcode|ean|upc|inventory_quantity|weight|price_eur)|(variant_)?option_\d_(name|value)|price_eur|image_\d_url)$/
const MARKS = ['product_handle', 'product_title', 'variant_title']

export const medusa: ForeignFormat = {
  name: 'medusa',
  isOf: (headings) => MARKS.every((mark) => headings.has(mark)),
  column: (heading) => (READ.test(heading) ? heading : null),
  read: (row) => {
    const { cell, matching } = row
    const tags = matching(/^product_tag_\d$/)
    return {
      handle: cell('product_handle') ?? '',
      sku: cell('variant_sku'),
      barcode: row.first('variant_barcode', 'variant_ean', 'variant_upc'),
      name: cell('product_title'),
      html: cell('product_description')?.replace(/\\n|\n/g, '<br>') ?? null,
      brand: null,
      family: null,
      range: cell('product_type'),
      tags: tags.length > 0 ? tags.map((tag) => tag.cell) : listed(cell('product_tags')),
      statuses: [cell('product_status') ?? ''],
      options: [
        ...numbered(row, 3, (n) => ({
          name: `variant_option_${n}_name`,
          value: `variant_option_${n}_value`,
        })),
        ...numbered(row, 3, (n) => ({ name: `option_${n}_name`, value: `option_${n}_value` })),
      ],
      // Medusa weighs in grams.
      weight: { figure: cell('variant_weight') ?? '', unit: 'g' },
      stock: cell('variant_inventory_quantity'),
      price: row.first('variant_price_eur', 'price_eur'),
      compareAt: null,
      currency: null,
      pictures: picturesIn(row, /^(product_thumbnail|product_image_\d|image_\d_url)$/),
      isVariant: true,
    }
  },
}
