/**
 * What another program's table says of a product. Null: the file has no such column, and the shop stays as it is; an empty
 * text: it has one that says nothing.
 */
export type Said = string | null

/** What a variant weighs, and the unit as the file names it; without one it is not known what was weighed. */
export type Weight = { figure: string; unit: string }

export type ForeignProduct = {
  /** The product's address, or null in formats that have none. */
  handle: string | null
  /** What rows of one product share where they have no handle. */
  group?: string
  /** False where a row is of a kind that the shop does not sell. */
  isOfKnownKind?: boolean
  sku: Said
  barcode: Said
  name: Said
  html: Said
  brand: Said
  family: Said
  range: Said
  tags: readonly string[] | null
  /** What each column about it says, in the words of `STATUSES`: the strictest is believed. */
  statuses: readonly string[]
  options: readonly { name: string; value: string }[]
  weight: Weight | null
  stock: Said
  price: Said
  /** What it cost before; above the price, the price is a sale's. */
  compareAt: Said
  saleFrom?: Said
  saleUntil?: Said
  currency: Said
  pictures: readonly string[]
  /** Otherwise the row only adds pictures or texts to a product that an earlier row began. */
  isVariant: boolean
}

/** The cells of a row by the columns of a format. */
export type ForeignRow = {
  cell: (column: string) => Said
  /** The first of these columns that says something. */
  first: (...columns: string[]) => Said
  /** Every column that matches, with what it says. */
  matching: (column: RegExp) => { column: string; cell: string }[]
}

export type ForeignFormat = {
  name: 'shopify' | 'medusa' | 'spree' | 'woocommerce'
  /** Whether a table with these headings is this program's. */
  isOf: (headings: ReadonlySet<string>) => boolean
  /** The column that a heading is read as, or null: those are reported once. */
  column: (heading: string) => string | null
  read: (row: ForeignRow) => ForeignProduct
}

/** Spreadsheets keep the zeros of `'0012345` for its apostrophe; no code begins with one. */
export function codeOf(cell: Said): string {
  return (cell ?? '').replace(/^['’]+/, '').trim()
}

export function listed(cell: Said, separator = ','): string[] | null {
  return cell === null ? null : cell.split(separator)
}

/** `option1_name` and `option1_value`, up to so many. */
export function numbered(
  { cell }: ForeignRow,
  most: number,
  columns: (n: number) => { name: string; value: string },
): { name: string; value: string }[] {
  return Array.from({ length: most }, (_, at) => {
    const { name, value } = columns(at + 1)
    return { name: cell(name) ?? '', value: cell(value) ?? '' }
  })
}

/** Pictures that these columns name. */
export function picturesIn({ matching }: ForeignRow, columns: RegExp): string[] {
  return matching(columns)
    .map(({ cell }) => cell)
    .filter(Boolean)
}
