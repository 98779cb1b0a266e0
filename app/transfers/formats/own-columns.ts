import type { PRODUCT_STATUSES } from '~/catalog/product-status'
import type { StoredProduct, StoredVariant } from '~/catalog/stored-products.server'
import type { VatClass } from '~/vat/vat-class'

/** What a cell of a column holds, by how it is read and written. */
type CellValues = {
  line: string
  text: string
  html: string
  list: string[]
  references: string[]
  cents: number
  count: number
  kilograms: number
  from: string
  until: string
  status: (typeof PRODUCT_STATUSES)[number]
  vat: VatClass
  value: string | number
}

export type CellKind = keyof CellValues

export type Column = {
  heading: string
  /** Whose it is: a product's, a variant's, or only needed to find or create something. */
  of: 'product' | 'variant' | 'hint'
  kind: CellKind
  /** Empty, it leaves what is there: a product cannot be without it, and a price is not taken away in passing. */
  isKept?: boolean
  /** Where the catalogue keeps what the cell says as it is, and what a new one has of which no file says anything. */
  field?: string
  whenNew?: unknown
}

/** What the catalogue keeps of a product and a variant, apart from what they are known by and what hangs on them. */
export type ProductField = Exclude<
  keyof StoredProduct,
  'id' | 'slug' | 'rangeId' | 'brandId' | 'attributes' | 'texts' | 'references' | 'images' | 'variants'
>
export type VariantField = Exclude<keyof StoredVariant, 'id' | 'sku' | 'position' | 'options'>

type KindOf<Value> = {
  [Kind in CellKind]: CellValues[Kind] extends Value ? Kind : never
}[CellKind]

type FieldColumn<Thing, Field extends keyof Thing> = {
  heading: string
  field: Field
  kind: KindOf<NonNullable<Thing[Field]>>
  whenNew: Thing[Field]
  isKept?: boolean
}

/** A column that holds a field as it is: named here, it is imported, compared, exported and undone. */
const ofProduct = <Field extends ProductField>(column: FieldColumn<StoredProduct, Field>): Column => ({
  of: 'product',
  ...column,
})
const ofVariant = <Field extends VariantField>(column: FieldColumn<StoredVariant, Field>): Column => ({
  of: 'variant',
  ...column,
})

/** The columns of our own format in the order of an export; `attribute:` and `option:` follow the catalogue. */
export const FIXED_COLUMNS: readonly Column[] = [
  { heading: 'slug', of: 'hint', kind: 'line' },
  { heading: 'sku', of: 'hint', kind: 'line' },
  ofProduct({ heading: 'status', field: 'status', kind: 'status', whenNew: 'draft', isKept: true }),
  { heading: 'name:fr', of: 'product', kind: 'line', isKept: true },
  { heading: 'name:en', of: 'product', kind: 'line' },
  { heading: 'description:fr', of: 'product', kind: 'text' },
  { heading: 'description:en', of: 'product', kind: 'text' },
  { heading: 'family', of: 'hint', kind: 'line' },
  { heading: 'family_name:fr', of: 'hint', kind: 'line' },
  { heading: 'family_name:en', of: 'hint', kind: 'line' },
  { heading: 'range', of: 'product', kind: 'line', isKept: true },
  { heading: 'range_name:fr', of: 'hint', kind: 'line' },
  { heading: 'range_name:en', of: 'hint', kind: 'line' },
  { heading: 'brand', of: 'product', kind: 'line', isKept: true },
  ofProduct({ heading: 'vat_class', field: 'vatClass', kind: 'vat', whenNew: 'standard', isKept: true }),
  ofProduct({ heading: 'tags', field: 'tags', kind: 'list', whenNew: [] }),
  { heading: 'references:manufacturer', of: 'product', kind: 'references' },
  { heading: 'references:oem', of: 'product', kind: 'references' },
  { heading: 'images', of: 'product', kind: 'list' },
  ofVariant({ heading: 'weight_g', field: 'weightGrams', kind: 'count', whenNew: 0, isKept: true }),
  { heading: 'price', of: 'variant', kind: 'cents', isKept: true },
  { heading: 'sale_price', of: 'variant', kind: 'cents' },
  { heading: 'sale_from', of: 'variant', kind: 'from' },
  { heading: 'sale_until', of: 'variant', kind: 'until' },
  { heading: 'stock', of: 'variant', kind: 'count', isKept: true },
]

/** What pricing keeps, all of it together. */
export const PRICE_HEADINGS: ReadonlySet<string> = new Set(['price', 'sale_price', 'sale_from', 'sale_until'])

/** Read, never written: HTML that becomes text, a barcode that becomes a reference, kilograms that become grams. */
const READ_ONLY: readonly Column[] = [
  { heading: 'description_html:fr', of: 'product', kind: 'html' },
  { heading: 'description_html:en', of: 'product', kind: 'html' },
  { heading: 'barcode', of: 'hint', kind: 'line' },
  { heading: 'weight_kg', of: 'variant', kind: 'kilograms' },
]

const ALIASES: Record<string, string> = {
  product: 'slug',
  handle: 'slug',
  reference: 'sku',
  ref: 'sku',
  nom: 'name:fr',
  name: 'name:fr',
  description: 'description:fr',
  famille: 'family',
  gamme: 'range',
  marque: 'brand',
  statut: 'status',
  etiquettes: 'tags',
  poids_g: 'weight_g',
  'weight_(g)': 'weight_g',
  'poids_(g)': 'weight_g',
  poids_kg: 'weight_kg',
  'weight_(kg)': 'weight_kg',
  'poids_(kg)': 'weight_kg',
  prix: 'price',
  prix_promo: 'sale_price',
  stock_on_hand: 'stock',
  ean: 'barcode',
  'code-barres': 'barcode',
}

const KNOWN = new Map([...FIXED_COLUMNS, ...READ_ONLY].map((column) => [column.heading, column]))

/** A heading without what people add: capitals, accents, spaces around and between. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufeff]/g, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '_')
}

/** A heading that names a weight and no unit: what its figures weigh is not known. */
export function isWeightWithoutUnit(heading: string): boolean {
  return ['weight', 'poids'].includes(plainHeading(heading))
}

/** What a column is about: two columns about one thing are one too many. */
export function factOf({ heading }: Column): string {
  return heading.replace('description_html:', 'description:').replace('weight_kg', 'weight_g')
}

/** The column of our own format that a heading names, or null. */
export function ownColumn(heading: string): Column | null {
  const plain = plainHeading(heading)
  const known = KNOWN.get(ALIASES[plain] ?? plain)
  if (known) return known
  const [, level = '', key = ''] = /^(attribute|option):([a-z][a-z0-9_]*)$/.exec(plain) ?? []
  if (!key) return null
  return { heading: plain, of: level === 'option' ? 'variant' : 'product', kind: 'value' }
}
