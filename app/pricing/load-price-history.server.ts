import type { Database } from '~/platform/db.server'
import { priceHistory } from './price-tables.server'
import type { PricePlan } from './prior-price'

/**
 * What variants cost before the shop knew them, from where they were sold until then. Only before their first price is
 * set: from then on the database keeps the history itself, and refuses.
 */
export async function loadPriceHistory(
  db: Database,
  plans: readonly ({ variantId: number } & PricePlan)[],
): Promise<void> {
  if (plans.length > 0) await db.insert(priceHistory).values([...plans])
}
