/** What a cell of a column holds. */
export type CellKind =
  | 'line'
  | 'text'
  | 'html'
  | 'list'
  | 'references'
  | 'cents'
  | 'count'
  | 'kilograms'
  | 'from'
  | 'until'
  | 'status'
  | 'vat'
  | 'value'

export type Column = {
  heading: string
  /** Whose it is: a product's, a variant's, or only needed to find or create something. */
  of: 'product' | 'variant' | 'hint'
  kind: CellKind
}

/** The columns of our own format in the order of an export; `attribute:` and `option:` follow the catalogue. */
export const FIXED_COLUMNS: readonly Column[] = [
  { heading: 'slug', of: 'hint', kind: 'line' },
  { heading: 'sku', of: 'hint', kind: 'line' },
  { heading: 'status', of: 'product', kind: 'status' },
  { heading: 'name:fr', of: 'product', kind: 'line' },
  { heading: 'name:en', of: 'product', kind: 'line' },
  { heading: 'description:fr', of: 'product', kind: 'text' },
  { heading: 'description:en', of: 'product', kind: 'text' },
  { heading: 'family', of: 'hint', kind: 'line' },
  { heading: 'family_name:fr', of: 'hint', kind: 'line' },
  { heading: 'family_name:en', of: 'hint', kind: 'line' },
  { heading: 'range', of: 'product', kind: 'line' },
  { heading: 'range_name:fr', of: 'hint', kind: 'line' },
  { heading: 'range_name:en', of: 'hint', kind: 'line' },
  { heading: 'brand', of: 'product', kind: 'line' },
  { heading: 'vat_class', of: 'product', kind: 'vat' },
  { heading: 'tags', of: 'product', kind: 'list' },
  { heading: 'references:manufacturer', of: 'product', kind: 'references' },
  { heading: 'references:oem', of: 'product', kind: 'references' },
  { heading: 'images', of: 'product', kind: 'list' },
  { heading: 'weight_g', of: 'variant', kind: 'count' },
  { heading: 'price', of: 'variant', kind: 'cents' },
  { heading: 'sale_price', of: 'variant', kind: 'cents' },
  { heading: 'sale_from', of: 'variant', kind: 'from' },
  { heading: 'sale_until', of: 'variant', kind: 'until' },
  { heading: 'stock', of: 'variant', kind: 'count' },
]

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
