import { eq, or } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isId } from '~/platform/ids.server'
import { announce } from '~/platform/queue.server'
import { concludeRefund } from './conclude-refund.server'
import type { News } from './gateway'
import './payment-announcements'
import { refunds } from './payment-tables.server'

type RefundNews = Extract<News, { kind: 'refund' }>

/** The bank tells of a refund: one of ours that it now made or could not make, or one made by hand at the bank. */
export async function recordRefundNews(
  tx: Database,
  { refundId, gatewayRefundId, state }: RefundNews,
): Promise<string> {
  const byId = refundId && isId(refundId) ? eq(refunds.id, refundId) : undefined
  const [refund] = await tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(or(byId, eq(refunds.gatewayRefundId, gatewayRefundId)))
    .limit(1)
  if (!refund) {
    const detail = `refund ${gatewayRefundId} was made at the bank, not by the shop`
    await announce(tx, { type: 'payment.attention', trouble: 'unknown-refund', orderId: null, detail })
    return 'unknown-refund'
  }
  const outcome =
    state === 'failed'
      ? ({ ok: false, reason: 'declined', detail: `refund ${gatewayRefundId} failed` } as const)
      : ({ ok: true, gatewayRefundId, state } as const)
  return (await concludeRefund(tx, { refundId: refund.id, outcome })).effect
}
