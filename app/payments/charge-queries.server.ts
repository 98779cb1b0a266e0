import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { charges, refunds } from './payment-tables.server'

/** What the banks took for an order, and what of it went back or is on its way back. */
export function listOrderCharges(db: Database, orderId: string) {
  const givenBack = db
    .select({
      chargeId: refunds.chargeId,
      cents: sql<number>`sum(${refunds.amountCents})::int`.as('cents'),
    })
    .from(refunds)
    .where(inArray(refunds.status, ['pending', 'confirmed']))
    .groupBy(refunds.chargeId)
    .as('given_back')
  return db
    .select({
      chargeId: charges.id,
      gateway: charges.gateway,
      gatewayPaymentId: charges.gatewayPaymentId,
      role: charges.role,
      amountCents: charges.amountCents,
      refundedCents: sql<number>`coalesce(${givenBack.cents}, 0)::int`,
      recordedAt: charges.recordedAt,
    })
    .from(charges)
    .leftJoin(givenBack, eq(givenBack.chargeId, charges.id))
    .where(eq(charges.orderId, orderId))
    .orderBy(asc(charges.recordedAt))
    .limit(100)
}
