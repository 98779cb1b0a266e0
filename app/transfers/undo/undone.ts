/** What an undo had to leave, and why. */
export type Kept = {
  subject: string
  column: string
  reason: 'changed-since' | 'sold-since' | 'stock-used' | 'in-use'
}

export type Undone = { undone: number; kept: Kept[]; productIds: number[] }
