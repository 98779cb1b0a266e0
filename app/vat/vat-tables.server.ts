import { sql } from 'drizzle-orm'
import { check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { VAT_CLASSES } from './vat-class'

export const vatRates = pgTable(
  'vat_rates',
  {
    /** A country, or a territory of `places/territories` with rates of its own. */
    country: text('country').notNull(),
    vatClass: text('vat_class', { enum: VAT_CLASSES }).notNull(),
    validFrom: date('valid_from').notNull(),
    /** Hundredths of a percent: 20 % is 2000. */
    rateBasisPoints: integer('rate_basis_points').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.country, t.vatClass, t.validFrom] }),
    check('vat_rates_are_rates', sql`${t.rateBasisPoints} between 0 and 5000`),
  ],
)
