import { and, desc, inArray, lte, sql } from 'drizzle-orm'
import { shopTimeZone } from '~/i18n/time-zone'
import type { BasisPoints } from '~/money/money'
import type { Database } from '~/platform/db.server'
import { VAT_CLASSES, type VatClass } from './vat-class'
import { vatRates } from './vat-tables.server'

/** The shop is French: where a country has no rates of its own, French ones apply. */
const HOME_COUNTRY = 'FR'

/** The rate that applies to a class of goods in a country on a day. A country without rates takes the shop's own. */
export async function vatRateFor(
  db: Database,
  { country, vatClass, at }: { country: string; vatClass: VatClass; at?: Date },
): Promise<BasisPoints> {
  return (await listVatRates(db, { country, at }))[vatClass]
}

/** The rates of every class, as they are on a day in the shop. */
export async function listVatRates(
  db: Database,
  { country, at = new Date() }: { country: string; at?: Date },
): Promise<Record<VatClass, BasisPoints>> {
  const day = sql<string>`(${at.toISOString()}::timestamptz at time zone ${shopTimeZone()})::date`
  const rows = await db
    .selectDistinctOn([vatRates.country, vatRates.vatClass], {
      country: vatRates.country,
      vatClass: vatRates.vatClass,
      rateBasisPoints: vatRates.rateBasisPoints,
    })
    .from(vatRates)
    .where(and(inArray(vatRates.country, [country, HOME_COUNTRY]), lte(vatRates.validFrom, day)))
    .orderBy(vatRates.country, vatRates.vatClass, desc(vatRates.validFrom))

  const isOwn = rows.some((row) => row.country === country)
  const applicable = rows.filter((row) => row.country === (isOwn ? country : HOME_COUNTRY))
  const rateOf = (vatClass: VatClass) => applicable.find((row) => row.vatClass === vatClass)?.rateBasisPoints

  // A class that a country does not know is taxed there like everything else.
  const standard = rateOf('standard') ?? 0
  return Object.fromEntries(
    VAT_CLASSES.map((vatClass) => [vatClass, rateOf(vatClass) ?? (vatClass === 'zero' ? 0 : standard)]),
  ) as Record<VatClass, BasisPoints>
}
