import type { Database } from '~/platform/db.server'
import { countRefusedCards } from '../payment-queries.server'

/** Twenty refused cards within an hour look like somebody trying out stolen numbers. */
const REFUSED_CARDS_ALLOWED = 20
export const REFUSALS_COUNT_FOR_MINUTES = 60

/** Whether a person, or an address whatever e-mails are named from there, tried out too many cards of late. */
export async function hasTooManyRefusals(
  db: Database,
  who: { email: string; startedFrom: string | null },
): Promise<boolean> {
  const refused = await countRefusedCards(db, { ...who, withinMinutes: REFUSALS_COUNT_FOR_MINUTES })
  return refused >= REFUSED_CARDS_ALLOWED
}
