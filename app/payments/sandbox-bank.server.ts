import { type Database, inTransaction } from '~/platform/db.server'
import { addJob } from '~/platform/queue.server'
import type { PaymentShop } from './payment-shop'
import { receiveNotification } from './receive-notification.server'
import {
  type AnswerSandboxPaymentOutcome,
  answerSandboxPayment,
  findSandboxPayment,
  type SandboxAnswer,
  type SandboxPayment,
} from './sandbox-books.server'
import { writeLetter } from './sandbox-gateway.server'

export type SandboxVisit = { paymentId: string; answer: SandboxAnswer; isLate: boolean }

/** How late a late notification is: long enough to see the order page wait for it. */
const LATE_BY_MS = 60_000

/** A shopper decides on the sandbox bank's page; the bank then tells the shop, at once or late, through the inbox. */
export async function visitSandboxBank(
  shop: PaymentShop & { env: { LINK_SECRET: string } },
  { paymentId, answer, isLate }: SandboxVisit,
): Promise<AnswerSandboxPaymentOutcome> {
  const outcome = await inTransaction<AnswerSandboxPaymentOutcome>(shop.db, async (tx) => {
    const answered = await answerSandboxPayment(tx, { paymentId, answer })
    if (answered.ok) await promiseNotification(tx, paymentId, isLate)
    return answered
  })
  if (outcome.ok && !isLate) await notifyOf(shop, outcome.payment)
  return outcome
}

/** Kept as a job in any case: a real bank calls again when the shop did not answer. */
async function promiseNotification(tx: Database, paymentId: string, isLate: boolean): Promise<void> {
  const runAt = new Date(Date.now() + (isLate ? LATE_BY_MS : LATE_BY_MS / 2))
  await addJob(tx, 'notify-from-sandbox-bank', { paymentId }, { runAt })
}

/** Harmless when it runs twice: the inbox knows the letter. */
export async function notifyFromSandboxBank(
  shop: PaymentShop & { env: { LINK_SECRET: string } },
  { paymentId }: { paymentId: string },
): Promise<void> {
  const payment = await findSandboxPayment(shop.db, paymentId)
  if (payment) await notifyOf(shop, payment)
}

async function notifyOf(
  shop: PaymentShop & { env: { LINK_SECRET: string } },
  { id: paymentId, attemptId, status: event, amountCents: cents, currency }: SandboxPayment,
): Promise<void> {
  const gateway = shop.gateways.get('sandbox')
  if (!gateway || event === 'open' || event === 'closed') return

  const letter = writeLetter({ paymentId, attemptId, event, cents, currency }, shop.env.LINK_SECRET)
  const reading = gateway.readNotification(letter.raw, letter.headers)
  if (!reading.ok) throw new Error(`The sandbox bank's letter was refused: ${reading.reason}`)
  await receiveNotification(shop.db, reading.notification)
}
