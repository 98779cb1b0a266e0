import type { Translate } from '~/i18n/translate'

/** « 2005 – 2012 », « depuis 2019 » from months written 200509. */
export function yearsBuilt(
  t: Translate,
  { fromMonth, untilMonth }: { fromMonth: number; untilMonth: number | null },
): string {
  const [from, until] = [yearOf(fromMonth), untilMonth && yearOf(untilMonth)]
  if (!until) return t('vehicles.years.since', { from })
  return until === from ? from : t('vehicles.years.between', { from, until })
}

const yearOf = (month: number) => String(Math.floor(month / 100))
