import { eq } from 'drizzle-orm'
import { type Attempt, findAttempt } from '../attempt-queries.server'
import { BANK_DEADLINE_MS, BankDeadlineError, withinBankDeadline } from '../bank-calls/bank-deadline'
import type { CloseSessionOutcome, Gateway } from '../gateway'
import type { PaymentShop } from '../payment-shop'
import { paymentAttempts } from '../payment-tables.server'
import { settleForCertain } from '../settle-payment.server'
import { describeAttempt, describeSession } from './describe-attempt.server'
import { endAttempt, markClosing } from './end-attempt.server'

/**
 * Closes a session at its bank, then here. The bank's answer decides between paying and closing; without an answer
 * nothing is concluded, and the attempt stays as it is.
 */
export async function closeAttempt(
  shop: PaymentShop,
  attempt: Attempt,
  deadlineMs = BANK_DEADLINE_MS,
): Promise<CloseSessionOutcome> {
  const gateway = shop.gateways.get(attempt.gateway)
  if (!gateway) {
    shop.log.error(
      { attemptId: attempt.id, gateway: attempt.gateway },
      'a session is open at a bank not configured',
    )
    return 'unknown'
  }
  await markClosing(shop.db, [attempt.id])

  const named = attempt.sessionId ? attempt : await findLostSession(shop, attempt, gateway)
  if (named === 'never-opened') return 'closed'
  if (named === 'unknown') return 'unknown'

  const session = await describeSession(shop.db, named)
  const outcome = await withinBankDeadline(gateway.closeSession(session), deadlineMs).catch(unlessOurs)
  if (outcome === 'already-paid') await settleForCertain(shop, { attemptId: attempt.id })
  if (outcome === 'closed') return endClosed(shop, attempt.id)
  return outcome
}

/** Only the bank's silence is 'unknown'; a fault of the shop's own is thrown on. */
function unlessOurs(fault: unknown): 'unknown' {
  if (fault instanceof BankDeadlineError) return 'unknown'
  throw fault
}

/** The answer to its opening was lost. Asking again with the same key names the session that was opened, if one was. */
async function findLostSession(
  shop: PaymentShop,
  attempt: Attempt,
  gateway: Gateway,
): Promise<Attempt | 'never-opened' | 'unknown'> {
  const opened = await gateway.openSession(await describeAttempt(shop.db, attempt, shop.env.ORIGIN))
  if (opened.ok) {
    const { sessionId } = opened.session
    await shop.db.update(paymentAttempts).set({ sessionId }).where(eq(paymentAttempts.id, attempt.id))
    return { ...attempt, sessionId }
  }
  if (opened.reason !== 'declined') return 'unknown'
  await endAttempt(shop.db, { attemptId: attempt.id, status: 'failed', failure: opened.detail })
  return 'never-opened'
}

/** A payment told of in the meantime wins over the closing. */
async function endClosed(shop: PaymentShop, attemptId: string): Promise<CloseSessionOutcome> {
  const { ended } = await endAttempt(shop.db, { attemptId, status: 'closed' })
  if (ended) return 'closed'
  const attempt = await findAttempt(shop.db, attemptId)
  return attempt?.status === 'succeeded' ? 'already-paid' : 'closed'
}
