import { and, eq, or } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isId } from '~/platform/ids.server'
import type { GatewayName, News } from '../gateway'
import { charges, refunds } from '../payment-tables.server'
import { concludeRefund } from '../refunds/conclude-refund.server'
import { callStaff } from '../staff/call-staff.server'
import { refuseToBelieve } from './refuse-to-believe.server'

type RefundNews = Extract<News, { kind: 'refund' }>
type Named = Awaited<ReturnType<typeof listNamed>>[number]

/** The bank tells of a refund: one of ours that it now made or could not make, or one made by hand at the bank. */
export async function recordRefundNews(
  tx: Database,
  gateway: GatewayName,
  news: RefundNews,
): Promise<string> {
  const { gatewayRefundId, state } = news
  const named = await listNamed(tx, gateway, news)
  const [refund] = named
  if (!refund) {
    const detail = `refund ${gatewayRefundId} was made at the bank, not by the shop`
    await callStaff(tx, { trouble: 'unknown-refund', detail })
    return 'unknown-refund'
  }
  const contradiction = disagreement(named, news)
  if (contradiction) {
    const orderIds = named.map(({ orderId }) => orderId)
    return refuseToBelieve(tx, { told: `${gateway} ${gatewayRefundId}`, orderIds, detail: contradiction })
  }

  const outcome =
    state === 'failed'
      ? ({ ok: false, reason: 'declined', detail: `refund ${gatewayRefundId} failed` } as const)
      : ({ ok: true, gatewayRefundId, state } as const)
  return (await concludeRefund(tx, { refundId: refund.id, outcome })).effect
}

function listNamed(tx: Database, gateway: GatewayName, { refundId, gatewayRefundId }: RefundNews) {
  const byId = refundId && isId(refundId) ? eq(refunds.id, refundId) : undefined
  return tx
    .select({
      id: refunds.id,
      orderId: refunds.orderId,
      gatewayRefundId: refunds.gatewayRefundId,
      cents: refunds.amountCents,
      gatewayPaymentId: charges.gatewayPaymentId,
      currency: charges.currency,
    })
    .from(refunds)
    .innerJoin(charges, eq(charges.id, refunds.chargeId))
    .where(and(eq(charges.gateway, gateway), or(byId, eq(refunds.gatewayRefundId, gatewayRefundId))))
    .limit(2)
}

/** The refund, the payment it gives back, and its amount have to be those of the shop's books. */
function disagreement([refund, other]: Named[], news: RefundNews): string | undefined {
  if (!refund) return undefined
  if (other) return `it names the refunds ${refund.id} and ${other.id}`
  if (news.refundId !== null && news.refundId !== refund.id)
    return `it is refund ${refund.id}, not ${news.refundId}`
  const pairs = [
    [news.gatewayRefundId, refund.gatewayRefundId],
    [news.gatewayPaymentId, refund.gatewayPaymentId],
    [news.cents, refund.cents],
    [news.currency, refund.currency],
  ]
  const wrong = pairs.find(([told, known]) => told !== null && known !== null && told !== known)
  return wrong && `refund ${refund.id}: ${wrong[0]} was told, ${wrong[1]} is in the books`
}
