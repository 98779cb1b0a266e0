import type { Order } from '~/orders/order-queries.server'
import type { Database } from '~/platform/db.server'
import { readSettings } from '~/settings/setting-queries.server'

/** Where staff look at orders before they may be paid, a new one waits for them. */
export async function waitsForStaff(db: Database, { state }: Pick<Order, 'state'>): Promise<boolean> {
  return state === 'pending' && (await readSettings(db)).orders.validateBeforePayment
}
