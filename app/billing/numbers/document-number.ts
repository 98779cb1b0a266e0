/** F-2026-000042. */
export function invoiceNumber({ year, number }: { year: number; number: number }): string {
  return `F-${year}-${String(number).padStart(6, '0')}`
}

/** A-2026-000042. */
export function creditNoteNumber({ year, number }: { year: number; number: number }): string {
  return `A-${year}-${String(number).padStart(6, '0')}`
}
