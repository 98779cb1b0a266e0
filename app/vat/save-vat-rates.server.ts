import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { vatRates } from './vat-tables.server'

/** Writes rates; one that starts on a day already known replaces it, older days stay as they were. */
export async function saveVatRates(
  db: Database,
  rates: readonly (typeof vatRates.$inferInsert)[],
): Promise<void> {
  if (rates.length === 0) return
  await db
    .insert(vatRates)
    .values([...rates])
    .onConflictDoUpdate({
      target: [vatRates.country, vatRates.vatClass, vatRates.validFrom],
      set: { rateBasisPoints: sql`excluded.rate_basis_points` },
    })
}
