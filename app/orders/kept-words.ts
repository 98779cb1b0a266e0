import type { Translate } from '~/i18n/translate'

/** How long an unpaid order's goods are kept; of a large one only so many as the shop keeps for one visitor. */
export function keptWords(
  t: Translate,
  { units, keptUnits, deadline }: { units: number; keptUnits: number; deadline: string },
): string {
  if (keptUnits >= units) return t('orders.kept.all', { deadline })
  return t('orders.kept.some', { kept: keptUnits, units, deadline })
}

export const unitsOf = (lines: readonly { quantity: number }[]) =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0)
