import { inTransaction } from '~/platform/db.server'
import { type Attempt, findAttempt, listAttemptsToAsk, listLiveAttempts } from './attempt-queries.server'
import { describeSession } from './attempts/describe-attempt.server'
import { BankDeadlineError, withinBankDeadline } from './bank-calls/bank-deadline'
import { joinQuestion, type SettlePaymentOutcome } from './bank-calls/join-question.server'
import { workInBatches } from './bank-calls/work-in-batches.server'
import { failPayment } from './notifications/fail-payment.server'
import { recordCharge } from './notifications/record-charge.server'
import { refuseToBelieve } from './notifications/refuse-to-believe.server'
import type { PaymentShop } from './payment-shop'

/**
 * Asks the bank how an attempt stands and draws the consequence. Whoever asks at the same time shares one question, and
 * its answer serves for some seconds.
 */
export async function settlePayment(
  shop: PaymentShop,
  { attemptId }: { attemptId: string },
): Promise<SettlePaymentOutcome> {
  return joinQuestion(shop.db, {
    attemptId,
    ask: (attempt) => askAndApply(shop, attempt),
    answered: outcomeOf,
  })
}

/** The same for every session of an order that may still bring money, one after the other. */
export async function settleOrderPayments(
  shop: PaymentShop,
  { orderId }: { orderId: string },
): Promise<SettlePaymentOutcome> {
  return withinBankDeadline(settleEach(shop, orderId)).catch((fault) => {
    if (fault instanceof BankDeadlineError) return { ok: true, paid: false, stillOpen: true }
    throw fault
  })
}

async function settleEach(shop: PaymentShop, orderId: string): Promise<SettlePaymentOutcome> {
  let stillOpen = false
  for (const { id: attemptId } of await listLiveAttempts(shop.db, orderId)) {
    const outcome = await settlePayment(shop, { attemptId })
    if (outcome.paid) return outcome
    stillOpen ||= outcome.stillOpen
  }
  return { ok: true, paid: false, stillOpen }
}

/** A notification may never come: asks the banks about every session that has been silent for a while. */
export async function askOpenPayments(shop: PaymentShop): Promise<{ asked: number; paid: number }> {
  const attempts = await listAttemptsToAsk(shop.db)
  const outcomes = await workInBatches(shop, attempts, ({ id }) => settlePayment(shop, { attemptId: id }))
  return { asked: attempts.length, paid: outcomes.filter((outcome) => outcome.paid).length }
}

/** Asks anew, whatever was answered a moment ago, also about an attempt that the shop gave up. */
export async function settleForCertain(
  shop: PaymentShop,
  { attemptId }: { attemptId: string },
): Promise<SettlePaymentOutcome> {
  const attempt = await findAttempt(shop.db, attemptId)
  if (!attempt?.sessionId || attempt.status === 'succeeded') return outcomeOf(attempt)
  return askAndApply(shop, attempt)
}

function outcomeOf(attempt: Attempt | null): SettlePaymentOutcome {
  const stillOpen = attempt?.status === 'starting' || attempt?.status === 'open'
  return { ok: true, paid: attempt?.status === 'succeeded', stillOpen }
}

async function askAndApply(shop: PaymentShop, attempt: Attempt): Promise<SettlePaymentOutcome> {
  const gateway = shop.gateways.get(attempt.gateway)
  const answer = await gateway?.askSession(await describeSession(shop.db, attempt))
  switch (answer?.state) {
    case 'paid': {
      const { effect } = await recordCharge(shop.db, { ...attempt, attempt, charge: answer.charge })
      return { ok: true, paid: effect !== 'contradiction', stillOpen: false }
    }
    case 'over':
      await failPayment(shop.db, { attempt, code: 'expired' })
      return { ok: true, paid: false, stillOpen: false }
    case 'contradictory':
      await doubt(shop, attempt, answer.detail)
      return { ok: true, paid: false, stillOpen: true }
    default:
      return { ok: true, paid: false, stillOpen: true }
  }
}

async function doubt({ db }: PaymentShop, { id, orderId }: Attempt, detail: string): Promise<void> {
  await inTransaction(db, (tx) => refuseToBelieve(tx, { told: `attempt ${id}`, orderIds: [orderId], detail }))
}
