import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { deleteInBatches } from '~/platform/delete-in-batches.server'
import { searchLog } from './search-tables.server'

/** Long enough to see what a season's shoppers did not find. */
const DAYS = 180
/** More than staff read, and less than floods would leave. */
const MOST = 100_000

/** Answers how many searches were taken out of the log. */
export function forgetOldSearches(db: Database): Promise<number> {
  return deleteInBatches(db, searchLog, {
    where: sql`(${searchLog.at} < clock_timestamp() - make_interval(days => ${DAYS})
      or ${searchLog.id} <= (select max(id) from search_log) - ${MOST})`,
  })
}
