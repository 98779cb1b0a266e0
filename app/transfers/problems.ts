import { charactersIn, cutText } from '~/text/cut-text'

/** Why a file is no table of ours at all. */
export type NotCsv =
  | { ok: false; reason: 'no-such-file' | 'empty' | 'binary' | 'spreadsheet' | 'html' | 'json' }
  | { ok: false; reason: 'one-column'; read: string }
  | { ok: false; reason: 'too-many-columns'; columns: number }
  | { ok: false; reason: 'endless-row'; row: number }
  | { ok: false; reason: 'open-quote'; row: number }
  | { ok: false; reason: 'unknown-columns' | 'mostly-unknown'; read: string }
  | { ok: false; reason: 'other-program'; program: string }
  | { ok: false; reason: 'doubled-column'; read: string }

/** What is wrong with a cell or a row: the product, type or fitment it belongs to is not imported. */
export const PROBLEMS = [
  'missing',
  'not-a-price',
  'two-meanings',
  'price-not-positive',
  'not-a-number',
  'negative',
  'too-large',
  'not-a-date',
  'not-yes-or-no',
  'not-a-choice',
  'not-a-slug',
  'scientific-notation',
  'formula',
  'too-long',
  'unprintable',
  'too-many-cells',
  'differs-within-product',
  'rows-apart',
  'doubled-sku',
  'sku-alike',
  'zeros-lost',
  'sku-of-another-product',
  'unknown-sku',
  'unknown-product',
  'unknown-range',
  'unknown-family',
  'slug-was-anothers',
  'sale-not-below-price',
  'sale-without-price',
  'sale-period',
  'below-reserved',
  'unknown-picture',
  'not-a-reference',
  'other-currency',
  'option-without-name',
  'kind-not-sold',
  'unknown-type',
  'nothing-to-fit',
  'period-reversed',
  'doubled-type',
  'type-not-clear',
  'differs-within-model',
  'universal-and-type',
  'names-two',
  'refused-by-database',
] as const

/** What is worth saying, and stops nothing. */
export const NOTES = [
  'unknown-column',
  'other-encoding',
  'weight-without-unit',
  'pictures-not-fetched',
  'looks-like-html',
  'stricter-status',
  'unlisted',
  'negative-stock',
  'free-goods',
  'compare-without-price',
  'variant-created',
  'zeros-differ',
  'brand-created',
  'range-created',
  'family-created',
  'attribute-created',
  'told-apart',
  'language-not-sold-in',
] as const

export type Problem = {
  row: number
  column: string
  reason: (typeof PROBLEMS)[number]
  /** What the cell said. */
  read: string
}

export type Note = { row: number; column: string; reason: (typeof NOTES)[number]; read: string }

/** Tells what was noticed in the row that is read. */
export type NoteOf = (reason: Note['reason'], column: string, read: string) => void

const SHOWN = 80

/** As much of a cell as a message can bear. */
export function inShort(cell: string): string {
  const line = cell.replace(/\s+/g, ' ').trim()
  return charactersIn(line) > SHOWN ? `${cutText(line, SHOWN - 1)}…` : line
}
