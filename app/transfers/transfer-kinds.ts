/** What a file can be about. */
export const TRANSFER_KINDS = ['products', 'vehicles', 'fitments'] as const

export type TransferKind = (typeof TRANSFER_KINDS)[number]

/**
 * How an export is laid out as text. `excel` is for a spreadsheet of a language that writes decimals with a comma: it opens
 * on a double click, with its accents and columns. An import reads both.
 */
export const TABLE_LAYOUTS = {
  plain: { mark: '', separator: ',', decimal: '.' },
  excel: { mark: '\ufeff', separator: ';', decimal: ',' },
} as const

export type TableLayout = (typeof TABLE_LAYOUTS)[keyof typeof TABLE_LAYOUTS]
