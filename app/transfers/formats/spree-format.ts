import { type ForeignFormat, listed, numbered, picturesIn } from './foreign-format'

const READ =
  /^(slug|sku|name|price|compare_at_price|currency|status|description|tags|product_type|category1|option\d_(name|value)|image\d_src|weight|weight_unit|inventory_count)$/
const MARKS = ['slug', 'sku', 'product_type', 'option1_name']

export const spree: ForeignFormat = {
  name: 'spree',
  isOf: (headings) => MARKS.every((mark) => headings.has(mark)),
  column: (heading) => (READ.test(heading) ? heading : null),
  read: (row) => {
    const { cell } = row
    const category = cell('category1')
    const [family = '', range = ''] = listed(category, '->') ?? []
    const price = cell('price')
    return {
      handle: cell('slug') ?? '',
      sku: cell('sku'),
      barcode: null,
      name: cell('name'),
      html: cell('description'),
      brand: null,
      family: category === null ? null : range && family,
      range: category === null ? null : range || family,
      tags: listed(cell('tags')),
      statuses: [cell('status') ?? ''],
      options: numbered(row, 3, (n) => ({ name: `option${n}_name`, value: `option${n}_value` })),
      weight: { figure: cell('weight') ?? '', unit: cell('weight_unit') ?? '' },
      stock: cell('inventory_count'),
      price,
      compareAt: cell('compare_at_price'),
      currency: cell('currency'),
      pictures: picturesIn(row, /^image\d_src$/),
      // The first row stands for the product as a whole and costs nothing.
      isVariant: price !== '0',
    }
  },
}
