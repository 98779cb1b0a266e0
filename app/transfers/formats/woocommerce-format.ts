import {
  type ForeignFormat,
  type ForeignRow,
  listed,
  picturesIn,
  type Said,
  type Weight,
} from './foreign-format'
import { readYesNo } from './read-values'

/** WooCommerce names its columns in the language of the shop; these are the French ones, without their accents. */
const FRENCH: Record<string, string> = {
  ugs: 'sku',
  'gtin,_upc,_ean_ou_isbn': 'gtin',
  'gtin,_upc,_ean,_or_isbn': 'gtin',
  nom: 'name',
  publie: 'published',
  visibilite_dans_le_catalogue: 'visibility_in_catalog',
  description_courte: 'short_description',
  date_de_debut_de_promo: 'date_sale_price_starts',
  date_de_fin_de_promo: 'date_sale_price_ends',
  'en_stock_?': 'in_stock?',
  tarif_promo: 'sale_price',
  tarif_regulier: 'regular_price',
  etiquettes: 'tags',
  marques: 'brands',
}

const READ =
  /^(id|type|sku|gtin|name|published|visibility_in_catalog|short_description|description|date_sale_price_(starts|ends)|in_stock\?|stock|weight_\(\w+\)|sale_price|regular_price|categories|tags|brands|images|parent|attribute_\d+_(name|value\(s\)))$/

function columnOf(heading: string): string {
  return (FRENCH[heading] ?? heading)
    .replace(/^poids_\(/, 'weight_(')
    .replace(/^nom_de_l['’]attribut_(\d+)$/, 'attribute_$1_name')
    .replace(/^valeur\(s\)_de_l['’]attribut_(\d+)$/, 'attribute_$1_value(s)')
}

export const woocommerce: ForeignFormat = {
  name: 'woocommerce',
  isOf: (headings) => {
    const columns = new Set([...headings].map(columnOf))
    return columns.has('regular_price') && (columns.has('type') || columns.has('sku'))
  },
  column: (heading) => {
    const column = columnOf(heading)
    return READ.test(column) ? column : null
  },
  read: (row) => {
    const { cell } = row
    const type = cell('type') ?? ''
    const isVariation = /\bvariation\b/.test(type)
    const { family, range } = categoryOf(cell('categories'))
    return {
      handle: null,
      // A variation names its product by SKU, or by number where that has none.
      group: (isVariation ? cell('parent') : cell('sku')) || `id:${cell('id') ?? ''}`,
      isOfKnownKind: !/\b(grouped|external)\b/.test(type),
      sku: cell('sku'),
      barcode: cell('gtin'),
      name: isVariation ? null : cell('name'),
      html: isVariation ? null : row.first('description', 'short_description'),
      brand: firstOf(cell('brands')),
      family,
      range,
      tags: listed(cell('tags')),
      statuses: statusesOf(row),
      options: isVariation ? optionsOf(row) : [],
      weight: weightOf(row),
      stock: stockOf(row, isVariation),
      ...pricesOf(row),
      currency: null,
      pictures: picturesIn(row, /^images$/),
      isVariant: !/\bvariable\b/.test(type),
    }
  },
}

function statusesOf({ cell }: ForeignRow): string[] {
  // 0 is for members, -1 a draft.
  const published = cell('published')
  const word = published === null ? '' : published.startsWith('1') ? 'published' : 'draft'
  return [word, cell('visibility_in_catalog') === 'hidden' ? 'unlisted' : '']
}

function weightOf({ matching }: ForeignRow): Weight | null {
  const [weight] = matching(/^weight_\(/)
  return weight ? { figure: weight.cell, unit: weight.column.slice('weight_('.length, -1) } : null
}

/** What is out of stock there, or a variation that is switched off, is so here whatever number stands beside it. */
function stockOf({ cell }: ForeignRow, isVariation: boolean): Said {
  const isInStock = readYesNo(cell('in_stock?') ?? '')
  const isSoldOut = 'value' in isInStock && !isInStock.value
  const isOff = isVariation && /^(0|-1)/.test(cell('published') ?? '')
  return isSoldOut || isOff ? '0' : cell('stock')
}

function pricesOf({ cell }: ForeignRow) {
  const [regular, sale] = [cell('regular_price'), cell('sale_price')]
  return {
    price: sale || regular,
    compareAt: sale === null ? null : sale ? regular : '',
    saleFrom: cell('date_sale_price_starts'),
    saleUntil: cell('date_sale_price_ends'),
  }
}

const NO_CATEGORY = /^(uncategori[sz]ed|non classée?)$/i

/** The first of `Gear > Bags, Sale`: a comma within a name is written `\,`. */
function categoryOf(cell: Said): { family: Said; range: Said } {
  const [first = ''] = (cell ?? '').split(/(?<!\\),/)
  const path = first
    .replaceAll('\\,', ',')
    .split('>')
    .map((name) => name.trim())
  const range = path.at(-1) ?? ''
  if (cell === null || NO_CATEGORY.test(range)) return { family: null, range: null }
  return { family: path.length > 1 ? (path[0] ?? '') : '', range }
}

const firstOf = (cell: Said): Said => cell?.split(',')[0]?.trim() ?? null

function optionsOf({ cell, matching }: ForeignRow) {
  return matching(/^attribute_\d+_name$/).map(({ column, cell: name }) => ({
    name,
    value: cell(column.replace('_name', '_value(s)')) ?? '',
  }))
}
