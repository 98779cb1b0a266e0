import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isId, newId } from '~/platform/ids.server'
import type { AttemptToOpen, CloseSessionOutcome, RefundOutcome } from '../gateway'
import { sandboxPayments } from '../payment-tables.server'

export type SandboxPayment = typeof sandboxPayments.$inferSelect

/** What the shopper did on the bank's page. */
export type SandboxAnswer = 'paid' | 'refused' | 'abandoned'

export type AnswerSandboxPaymentOutcome =
  | { ok: true; payment: SandboxPayment }
  | { ok: false; reason: 'unknown-payment' | 'over' }

export async function findSandboxPayment(db: Database, paymentId: string): Promise<SandboxPayment | null> {
  if (!isId(paymentId)) return null
  const [payment] = await db.select().from(sandboxPayments).where(eq(sandboxPayments.id, paymentId))
  return payment ?? null
}

/** One payment per attempt, however often it is asked for: its id. */
export async function openSandboxPayment(
  db: Database,
  attempt: AttemptToOpen,
  expiresAt: Date,
): Promise<string | undefined> {
  const { attemptId } = attempt
  const [opened] = await db
    .insert(sandboxPayments)
    .values({
      id: newId(),
      attemptId,
      amountCents: attempt.amount.cents,
      currency: attempt.amount.currency,
      reference: attempt.orderNumber,
      returnUrl: attempt.returnUrl,
      cancelUrl: attempt.cancelUrl,
      language: attempt.language,
      expiresAt,
    })
    .onConflictDoNothing()
    .returning({ id: sandboxPayments.id })
  if (opened) return opened.id
  const [earlier] = await db
    .select({ id: sandboxPayments.id })
    .from(sandboxPayments)
    .where(eq(sandboxPayments.attemptId, attemptId))
  return earlier?.id
}

/** Of paying and closing at one instant the first wins: both want the row to be open still. */
export async function answerSandboxPayment(
  db: Database,
  { paymentId, answer }: { paymentId: string; answer: SandboxAnswer },
): Promise<AnswerSandboxPaymentOutcome> {
  if (!isId(paymentId)) return { ok: false, reason: 'unknown-payment' }
  const [payment] = await db
    .update(sandboxPayments)
    .set({ status: answer })
    .where(
      and(
        eq(sandboxPayments.id, paymentId),
        eq(sandboxPayments.status, 'open'),
        sql`${sandboxPayments.expiresAt} > clock_timestamp()`,
      ),
    )
    .returning()
  if (payment) return { ok: true, payment }
  return { ok: false, reason: (await findSandboxPayment(db, paymentId)) ? 'over' : 'unknown-payment' }
}

/** Like a real bank, it does not close what was paid. */
export async function closeSandboxPayment(db: Database, paymentId: string): Promise<CloseSessionOutcome> {
  const closed = await db
    .update(sandboxPayments)
    .set({ status: 'closed' })
    .where(and(eq(sandboxPayments.id, paymentId), eq(sandboxPayments.status, 'open')))
    .returning({ id: sandboxPayments.id })
  if (closed.length > 0) return 'closed'
  const payment = await findSandboxPayment(db, paymentId)
  if (!payment) return 'unknown'
  return payment.status === 'paid' ? 'already-paid' : 'closed'
}

/** Pays back no more than was taken. Asked twice, it pays twice. */
export async function refundSandboxPayment(
  db: Database,
  { refundId, paymentId, cents }: { refundId: string; paymentId: string; cents: number },
): Promise<RefundOutcome> {
  const refunded = await db
    .update(sandboxPayments)
    .set({ refundedCents: sql`${sandboxPayments.refundedCents} + ${cents}` })
    .where(
      and(
        eq(sandboxPayments.id, paymentId),
        eq(sandboxPayments.status, 'paid'),
        sql`${sandboxPayments.refundedCents} + ${cents} <= ${sandboxPayments.amountCents}`,
      ),
    )
    .returning({ id: sandboxPayments.id })
  if (refunded.length === 0) return { ok: false, reason: 'declined', detail: 'more than was taken' }
  return { ok: true, gatewayRefundId: `sandbox-${refundId}`, state: 'succeeded' }
}
