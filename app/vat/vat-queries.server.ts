import { and, desc, inArray, lte, sql } from 'drizzle-orm'
import { shopTimeZone } from '~/i18n/time-zone'
import type { BasisPoints } from '~/money/money'
import { HOME_COUNTRY } from '~/places/home'
import type { Place } from '~/places/place-of'
import type { Database } from '~/platform/db.server'
import { vatCountryOf } from './territories/vat-territories'
import { VAT_CLASSES, type VatClass } from './vat-class'
import { vatRates } from './vat-tables.server'

/** The shop is French: where a country of the Union has no rates of its own, French ones apply. */

/** The rate that applies to a class of goods sent to a place on a day. */
export async function vatRateFor(
  db: Database,
  { place, vatClass, at }: { place: Place; vatClass: VatClass; at?: Date },
): Promise<BasisPoints> {
  return (await listVatRates(db, { place, at }))[vatClass]
}

/**
 * The rates of every class, as they are on a day in the shop: those of the place, else those of the country it is taxed
 * like, else the shop's own; and none at all outside the Union's VAT area, unless the shop has noted some.
 */
export async function listVatRates(
  db: Database,
  { place, at = new Date() }: { place: Place; at?: Date },
): Promise<Record<VatClass, BasisPoints>> {
  const like = vatCountryOf(place)
  const candidates = [place, ...(like ? [like, vatCountryOf(like) ? HOME_COUNTRY : like] : [])]
  const day = sql<string>`(${at.toISOString()}::timestamptz at time zone ${shopTimeZone()})::date`
  const rows = await db
    .selectDistinctOn([vatRates.country, vatRates.vatClass], {
      country: vatRates.country,
      vatClass: vatRates.vatClass,
      rateBasisPoints: vatRates.rateBasisPoints,
    })
    .from(vatRates)
    .where(and(inArray(vatRates.country, candidates), lte(vatRates.validFrom, day)))
    .orderBy(vatRates.country, vatRates.vatClass, desc(vatRates.validFrom))

  const chosen = candidates.find((country) => rows.some((row) => row.country === country))
  const rateOf = (vatClass: VatClass) =>
    rows.find((row) => row.country === chosen && row.vatClass === vatClass)?.rateBasisPoints

  // A class that a country does not know is taxed there like everything else.
  const standard = rateOf('standard') ?? 0
  return Object.fromEntries(
    VAT_CLASSES.map((vatClass) => [vatClass, rateOf(vatClass) ?? (vatClass === 'zero' ? 0 : standard)]),
  ) as Record<VatClass, BasisPoints>
}
