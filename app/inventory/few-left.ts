/**
 * So few units that a page says how many; more are simply in stock. The database's `tell_stock` holds the same number, by
 * which it tells kept pages that what they say has changed: another one wants a migration.
 */
export const FEW_LEFT = 3

export function isFewLeft(available: number): boolean {
  return available > 0 && available <= FEW_LEFT
}

/** Whether a page says something else of this many than of that many: none left, exactly so few, or enough. */
export function isSaidOtherwise(before: number, now: number): boolean {
  const said = (available: number) => Math.min(available, FEW_LEFT + 1)
  return said(before) !== said(now)
}
