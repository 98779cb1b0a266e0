import type { Note, Problem } from './problems'

/** One line of what an import would do, did, or refuses. */
export type ReportLine = {
  row: number
  outcome: 'create' | 'change' | 'unchanged' | 'refused' | 'note'
  /** The product, vehicle type or fitment that the row is about. */
  subject: string
  sku: string
  column: string
  before: string
  after: string
  reason: Problem['reason'] | Note['reason'] | ''
}

export function reportLine(line: Partial<ReportLine> & Pick<ReportLine, 'row' | 'outcome'>): ReportLine {
  return { subject: '', sku: '', column: '', before: '', after: '', reason: '', ...line }
}

export type Counts = { created: number; changed: number; unchanged: number; refused: number }

export const NO_COUNTS: Counts = { created: 0, changed: 0, unchanged: 0, refused: 0 }

export function sumOf(one: Counts, other: Counts): Counts {
  return {
    created: one.created + other.created,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    refused: one.refused + other.refused,
  }
}
