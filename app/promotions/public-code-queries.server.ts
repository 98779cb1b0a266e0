import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'

/** What everybody could take off a price during some time. */
export type PublicReduction = {
  from: Date
  until: Date
  /** Hundredths of a percent. */
  value: number
  minimumCents: number
  /** Empty: every range. */
  rangeIds: number[]
}

/** The public percentage codes that could be used at some time before `now`. */
export async function listPublicReductions(db: Database, { now }: { now: Date }): Promise<PublicReduction[]> {
  const moment = sql`${now.toISOString()}::timestamptz`
  const rows = await db.execute<{
    from: string
    until: string
    value: number
    minimum: number
    ranges: number[]
  }>(sql`
    select began as "from", ended as until, value, minimum_cents as minimum, range_ids as ranges
    from (
      select value, minimum_cents, range_ids,
        greatest(applies_from, starts_at) as began,
        least(lead(applies_from) over (partition by promo_code_id order by applies_from, id), ends_at, ${moment}) as ended
      from public_code_history
    ) as period
    where value is not null and began < ended`)
  return rows.map(({ from, until, value, minimum, ranges }) => ({
    from: new Date(from),
    until: new Date(until),
    value,
    minimumCents: minimum,
    rangeIds: ranges,
  }))
}
