import { and, eq, sql } from 'drizzle-orm'
import { issueInvoice } from '~/billing/issue-invoice.server'
import { type LockedOrder, lockOrder } from '~/orders/lock-order.server'
import { canBecome } from '~/orders/order-state'
import { transitionOrder } from '~/orders/transition-order.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { inOrder } from '~/platform/in-order.server'
import { announce } from '~/platform/queue.server'
import { type Attempt, listLiveAttempts } from '../attempt-queries.server'
import { markClosing } from '../attempts/end-attempt.server'
import type { BankCharge, GatewayName } from '../gateway'
import { charges, paymentAttempts, refunds } from '../payment-tables.server'
import { callStaff } from '../staff/call-staff.server'
import { refuseToBelieve } from './refuse-to-believe.server'

export type ReportedCharge = { gateway: GatewayName; attempt: Attempt | null; charge: BankCharge }

export type RecordChargeOutcome = {
  ok: true
  effect: 'order-paid' | 'already-recorded' | 'refund-due' | 'mismatch' | 'unknown-charge' | 'contradiction'
}

type Role = (typeof charges.$inferInsert)['role']

/**
 * Records money that a bank says it took: a fact, whatever the order's state. Then, in the same transaction, the order
 * is paid, or the money goes back, or staff are called. Safe to call any number of times for one charge.
 */
export async function recordCharge(db: Database, report: ReportedCharge): Promise<RecordChargeOutcome> {
  return inTransaction<RecordChargeOutcome>(db, async (tx) => {
    if (!report.attempt) return recordUnknownCharge(tx, report)

    const { orderId } = report.attempt
    const [[order], [known]] = await inOrder(
      lockOrder(tx, { orderId }),
      recorded(tx, report),
      attemptsLock(tx, orderId),
    )
    if (!order) return recordUnknownCharge(tx, report)
    if (known?.attemptId === report.attempt.id) return { ok: true, effect: 'already-recorded' }
    if (known) return doubt(tx, report.attempt, report.charge)

    // The bank says that it took nothing: there is no money to record.
    if (report.charge.cents === 0) return tellOfMismatch(tx, order, report.charge)
    const role = await roleOf(tx, order, report.attempt, report.charge)
    const [chargeId] = await Promise.all([
      insertCharge(tx, report, order.id, role),
      endAttempts(tx, report.attempt, role),
    ])

    if (role === 'mismatch') return tellOfMismatch(tx, order, report.charge)
    if (role === 'surplus') return giveBack(tx, order, chargeId, report.charge)
    // Last: the invoice's counter is locked until the transaction ends.
    const invoice = await issueInvoice(tx, { orderId: order.id })
    if (!invoice.ok) throw new Error(`Order ${order.id} is paid, but has no invoice: ${invoice.reason}`)
    return { ok: true, effect: 'order-paid' }
  })
}

function attemptsLock(tx: Database, orderId: string) {
  return tx
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, orderId))
    .orderBy(paymentAttempts.id)
    .for('update')
}

function recorded(tx: Database, { gateway, charge }: ReportedCharge) {
  return tx
    .select({ attemptId: charges.attemptId })
    .from(charges)
    .where(and(eq(charges.gateway, gateway), eq(charges.gatewayPaymentId, charge.gatewayPaymentId)))
}

/** Paying the order is tried; what cannot be served, because it is cancelled, paid or sold out, is surplus. */
async function roleOf(tx: Database, order: LockedOrder, attempt: Attempt, charge: BankCharge): Promise<Role> {
  if (order.paidAt || !canBecome(order.state, 'paid', { kind: 'system' })) return 'surplus'
  const asked = { cents: order.totalCents, currency: order.currency }
  const opened = { cents: attempt.amountCents, currency: attempt.currency }
  const isAsAsked = [asked, opened].every(
    ({ cents, currency }) => cents === charge.cents && currency === charge.currency,
  )
  if (!isAsAsked) return 'mismatch'

  const paid = await transitionOrder(tx, { orderId: order.id, to: 'paid', actor: { kind: 'system' } })
  return paid.ok ? 'payment' : 'surplus'
}

/** One payment of the bank cannot have paid two attempts: what was written down first stands, and staff look. */
async function doubt(tx: Database, attempt: Attempt, charge: BankCharge): Promise<RecordChargeOutcome> {
  const detail = `payment ${charge.gatewayPaymentId} is in the books already, for something else`
  const told = `attempt ${attempt.id}`
  return { ok: true, effect: await refuseToBelieve(tx, { told, orderIds: [attempt.orderId], detail }) }
}

async function insertCharge(
  tx: Database,
  { gateway, attempt, charge }: ReportedCharge,
  orderId: string,
  role: Role,
): Promise<string> {
  const id = newId()
  await tx.insert(charges).values({
    id,
    gateway,
    gatewayPaymentId: charge.gatewayPaymentId,
    attemptId: attempt?.id,
    orderId,
    amountCents: charge.cents,
    currency: charge.currency,
    role,
  })
  return id
}

/** Once an order is paid its other sessions are closed, so that nobody pays twice. */
async function endAttempts(tx: Database, attempt: Attempt, role: Role): Promise<void> {
  const [others] = await Promise.all([
    role === 'payment' ? listLiveAttempts(tx, attempt.orderId) : [],
    tx
      .update(paymentAttempts)
      .set({ status: 'succeeded', endedAt: sql`clock_timestamp()` })
      .where(eq(paymentAttempts.id, attempt.id)),
  ])
  await markClosing(
    tx,
    others.flatMap(({ id }) => (id === attempt.id ? [] : id)),
  )
}

async function tellOfMismatch(
  tx: Database,
  order: LockedOrder,
  charge: BankCharge,
): Promise<RecordChargeOutcome> {
  const detail = `${order.number}: ${charge.cents} ${charge.currency} came, ${order.totalCents} ${order.currency} was asked`
  await callStaff(tx, { trouble: 'mismatch', orderIds: [order.id], detail })
  return { ok: true, effect: 'mismatch' }
}

async function giveBack(
  tx: Database,
  order: LockedOrder,
  chargeId: string,
  charge: BankCharge,
): Promise<RecordChargeOutcome> {
  const refundId = newId()
  const reason = order.paidAt ? 'paid-twice' : 'came-too-late'
  await tx
    .insert(refunds)
    .values({ id: refundId, chargeId, orderId: order.id, amountCents: charge.cents, reason })
  await announce(tx, { type: 'payment.refund-due', refundId })
  await announce(tx, { type: 'payment.late', orderId: order.id, refundId, amountCents: charge.cents })
  if (order.paidAt)
    await callStaff(tx, {
      trouble: 'double',
      orderIds: [order.id],
      detail: `${order.number} was paid twice; ${charge.cents} ${charge.currency} go back`,
    })
  return { ok: true, effect: 'refund-due' }
}

async function recordUnknownCharge(
  tx: Database,
  { gateway, charge }: ReportedCharge,
): Promise<RecordChargeOutcome> {
  if (charge.cents === 0) return { ok: true, effect: 'unknown-charge' }
  const recorded = await tx
    .insert(charges)
    .values({
      id: newId(),
      gateway,
      gatewayPaymentId: charge.gatewayPaymentId,
      amountCents: charge.cents,
      currency: charge.currency,
      role: 'unknown',
    })
    .onConflictDoNothing()
    .returning({ id: charges.id })
  if (recorded.length === 0) return { ok: true, effect: 'already-recorded' }

  const detail = `${gateway} ${charge.gatewayPaymentId}: ${charge.cents} ${charge.currency} for no order of ours`
  await callStaff(tx, { trouble: 'unknown-charge', detail })
  return { ok: true, effect: 'unknown-charge' }
}
