import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { LANGUAGES } from '~/i18n/language'
import { orders } from '~/orders/order-tables.server'
import type { Redirect } from './gateway'

const gateway = () => text('gateway', { enum: ['stripe', 'paybox', 'sandbox'] }).notNull()
const currency = () =>
  text('currency', { enum: ['EUR'] })
    .notNull()
    .default('EUR')

export const attemptStatus = pgEnum('attempt_status', ['starting', 'open', 'succeeded', 'failed', 'closed'])

/** The intent to take money, written before the bank is called. Its id is the idempotency key and the bank's reference. */
export const paymentAttempts = pgTable(
  'payment_attempts',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    gateway: gateway(),
    status: attemptStatus('status').notNull().default('starting'),
    amountCents: integer('amount_cents').notNull(),
    currency: currency(),
    sessionId: text('session_id'),
    /** Where the shopper pays: a URL to go to, or a form to post. */
    redirect: jsonb('redirect').$type<Redirect>(),
    /** Pages of ours to which the bank sends the shopper back; kept, since a repeated call must not differ. */
    returnPath: text('return_path').notNull(),
    cancelPath: text('cancel_path').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    /** A keyed hash of where it was begun: who changes e-mails to try out cards is counted by it. */
    startedFrom: text('started_from'),
    /** From here on the shop closes the session itself. */
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** Set when the shop decided to close it: nobody is sent there any more, but money may still come from it. */
    closingAt: timestamp('closing_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    /** When somebody last began to ask the bank about it, and when the last answer was drawn into the books. */
    askedAt: timestamp('asked_at', { withTimezone: true }),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    /** Cards that the bank refused in this session. */
    refusedCards: integer('refused_cards').notNull().default(0),
    failure: text('failure'),
  },
  (t) => [
    uniqueIndex('payment_attempts_one_open')
      .on(t.orderId)
      .where(sql`${t.status} in ('starting', 'open') and ${t.closingAt} is null`),
    index('payment_attempts_by_order').on(t.orderId, t.startedAt),
    unique('payment_attempts_by_session').on(t.gateway, t.sessionId),
    index('payment_attempts_refused').on(t.startedAt).where(sql`${t.refusedCards} > 0`),
    index('payment_attempts_open').on(t.expiresAt).where(sql`${t.status} in ('starting', 'open')`),
    check('payment_attempts_ask_money', sql`${t.amountCents} > 0`),
  ],
)

/** Money that a bank says it took. A fact, recorded whatever the order's state. Append-only. */
export const charges = pgTable(
  'charges',
  {
    id: uuid('id').primaryKey(),
    gateway: gateway(),
    gatewayPaymentId: text('gateway_payment_id').notNull(),
    attemptId: uuid('attempt_id').references(() => paymentAttempts.id),
    orderId: uuid('order_id').references(() => orders.id),
    amountCents: integer('amount_cents').notNull(),
    currency: text('currency').notNull(),
    /** What it did: paid the order, came when nothing was left to pay, or was not the amount asked for. */
    role: text('role', { enum: ['payment', 'surplus', 'mismatch', 'unknown'] }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('charges_once').on(t.gateway, t.gatewayPaymentId),
    // One charge pays an order, whatever arrives at the same instant.
    uniqueIndex('charges_one_payment_per_order').on(t.orderId).where(sql`${t.role} = 'payment'`),
    check('charges_took_money', sql`${t.amountCents} > 0`),
  ],
)

export const refundStatus = pgEnum('refund_status', ['pending', 'confirmed', 'failed'])

export const refunds = pgTable(
  'refunds',
  {
    id: uuid('id').primaryKey(),
    chargeId: uuid('charge_id')
      .notNull()
      .references(() => charges.id),
    orderId: uuid('order_id').references(() => orders.id),
    amountCents: integer('amount_cents').notNull(),
    status: refundStatus('status').notNull().default('pending'),
    reason: text('reason').notNull(),
    gatewayRefundId: text('gateway_refund_id'),
    requestedBy: uuid('requested_by'),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    /** When the bank was last asked to pay it back. */
    sentAt: timestamp('sent_at', { withTimezone: true }),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    failure: text('failure'),
  },
  (t) => [
    index('refunds_by_charge').on(t.chargeId),
    index('refunds_by_order').on(t.orderId),
    index('refunds_to_send').on(t.requestedAt).where(sql`${t.status} = 'pending'`),
    unique('refunds_by_gateway_id').on(t.gatewayRefundId),
    check('refunds_give_money', sql`${t.amountCents} > 0`),
  ],
)

/** Every notification whose signature was right, once per event id. */
export const webhookInbox = pgTable(
  'webhook_inbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    gateway: gateway(),
    eventId: text('event_id').notNull(),
    type: text('type').notNull(),
    payload: jsonb('payload').notNull(),
    outcome: text('outcome').notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('webhook_inbox_once').on(t.gateway, t.eventId)],
)

/** The sandbox bank's own books: it stands outside the shop, as a real bank does. */
export const sandboxPayments = pgTable('sandbox_payments', {
  id: uuid('id').primaryKey(),
  attemptId: uuid('attempt_id').notNull().unique(),
  amountCents: integer('amount_cents').notNull(),
  currency: currency(),
  reference: text('reference').notNull(),
  returnUrl: text('return_url').notNull(),
  cancelUrl: text('cancel_url').notNull(),
  language: text('language', { enum: LANGUAGES }).notNull(),
  status: text('status', { enum: ['open', 'paid', 'refused', 'abandoned', 'closed'] })
    .notNull()
    .default('open'),
  refundedCents: integer('refunded_cents').notNull().default(0),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})
