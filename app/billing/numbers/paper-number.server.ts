import { sql } from 'drizzle-orm'
import { shopTimeZone } from '~/i18n/time-zone'
import type { Database } from '~/platform/db.server'
import type { paperCounters } from '../paper-tables.server'

/** F-2026-000042. */
export function invoiceNumber({ year, number }: { year: number; number: number }): string {
  return `F-${year}-${String(number).padStart(6, '0')}`
}

/** A-2026-000042. */
export function creditNoteNumber({ year, number }: { year: number; number: number }): string {
  return `A-${year}-${String(number).padStart(6, '0')}`
}

type Series = (typeof paperCounters.$inferSelect)['series']

/**
 * The next number of a series, without gaps: the counter's row stays locked until the transaction ends, and a rollback
 * gives the number back. Call it last, since everybody who issues waits for it.
 *
 * Year and time are read once the lock is held: read before, a number could carry an earlier date than the one before it.
 */
export async function takePaperNumber(
  tx: Database,
  series: Series,
): Promise<{ year: number; number: number; issuedAt: Date }> {
  const [taken] = await tx.execute<{ year: number; last: number; issued_at: string }>(sql`
    with locked as materialized (
      select pg_advisory_xact_lock(hashtext('comptoir.documents'), hashtext(${series}))
    ), clock as materialized (select clock_timestamp() as at from locked)
    insert into document_counters (series, year, last)
    select ${series}, extract(year from at at time zone ${shopTimeZone()})::int, 1 from clock
    on conflict (series, year) do update set last = document_counters.last + 1
    returning year, last, (select at from clock) as issued_at`)
  if (!taken) throw new Error('The database gave no number for a paper')
  return { year: taken.year, number: taken.last, issuedAt: new Date(taken.issued_at) }
}
