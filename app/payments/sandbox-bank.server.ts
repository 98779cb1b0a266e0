import { type Database, inTransaction } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { receiveNotification } from './notifications/receive-notification.server'
import type { PaymentShop } from './payment-shop'
import {
  type AnswerSandboxPaymentOutcome,
  answerSandboxPayment,
  findSandboxPayment,
  type SandboxAnswer,
  type SandboxPayment,
} from './sandbox/sandbox-books.server'
import { writeLetter } from './sandbox/sandbox-gateway.server'

/** A payment as the sandbox bank's page shows it; null where there is none, or no such bank. */
export async function findSandboxPage(
  { db, gateways }: Pick<PaymentShop, 'db' | 'gateways'>,
  { paymentId }: { paymentId: string },
) {
  const payment = gateways.has('sandbox') ? await findSandboxPayment(db, paymentId) : null
  return payment && { ...payment, isOver: payment.status !== 'open' || payment.expiresAt < new Date() }
}

export type SandboxVisit = { paymentId: string; answer: SandboxAnswer; isLate: boolean }

/** How late a late notification is: long enough to see the order page wait for it. */
const LATE_BY_MS = 60_000
const AGAIN_AFTER_MS = 30_000

/**
 * A shopper decides on the sandbox bank's page; the bank then tells the shop, at once or late, through the inbox. Like a real
 * bank it calls again when the shop gave no answer; of one that calls no more the shop learns by asking.
 */
export async function visitSandboxBank(
  shop: PaymentShop & { env: { LINK_SECRET: string } },
  { paymentId, answer, isLate }: SandboxVisit,
): Promise<AnswerSandboxPaymentOutcome> {
  if (isLate)
    return inTransaction<AnswerSandboxPaymentOutcome>(shop.db, async (tx) => {
      const answered = await answerSandboxPayment(tx, { paymentId, answer })
      if (answered.ok) await callLater(tx, paymentId, LATE_BY_MS)
      return answered
    })

  const answered = await answerSandboxPayment(shop.db, { paymentId, answer })
  if (answered.ok)
    await notifyOf(shop, answered.payment).catch((fault) => {
      shop.log.error({ err: fault, paymentId }, 'the sandbox bank was not answered')
      return callLater(shop.db, paymentId, AGAIN_AFTER_MS)
    })
  return answered
}

async function callLater(db: Database, paymentId: string, afterMs: number): Promise<void> {
  await announce(db, { type: 'payment.sandbox-owes-news', paymentId }, { at: new Date(Date.now() + afterMs) })
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
