/** What a file can be about. */
export const TRANSFER_KINDS = ['products', 'vehicles', 'fitments'] as const

export type TransferKind = (typeof TRANSFER_KINDS)[number]
