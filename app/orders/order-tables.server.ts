import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { type AttributeValues, variants } from '~/catalog/product-tables.server'
import { LANGUAGES } from '~/i18n/language'
import { accounts } from '~/identity/account-tables.server'
import { isOneRecipient } from '~/platform/one-recipient.server'
import { ORDER_STATES } from './order-state'
import type { PostalAddress } from './postal-address'

export const orderState = pgEnum('order_state', ORDER_STATES)

/** A snapshot: what the customer agreed to. Later changes of the catalogue never alter it. */
export const orders = pgTable(
  'orders',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique(),
    /** The cart that became this order; a cart becomes one order at most. */
    cartId: uuid('cart_id').notNull().unique(),
    accountId: uuid('account_id').references(() => accounts.id),
    email: text('email').notNull(),
    language: text('language', { enum: LANGUAGES }).notNull(),
    /** Written by the trigger of order_transitions alone. */
    state: orderState('state').notNull().default('pending'),
    currency: text('currency', { enum: ['EUR'] })
      .notNull()
      .default('EUR'),
    itemsCents: integer('items_cents').notNull(),
    discountCents: integer('discount_cents').notNull().default(0),
    deliveryCents: integer('delivery_cents').notNull(),
    deliveryVatBasisPoints: integer('delivery_vat_basis_points').notNull(),
    totalCents: integer('total_cents').notNull(),
    shippingAddress: jsonb('shipping_address').$type<PostalAddress>().notNull(),
    billingAddress: jsonb('billing_address').$type<PostalAddress>().notNull(),
    deliveryMethod: text('delivery_method').notNull(),
    deliveryName: text('delivery_name').notNull(),
    pickupPoint: jsonb('pickup_point').$type<{ code: string; name: string; street: string; city: string }>(),
    promoCode: text('promo_code'),
    /** Part of the guest's link; changing it makes every link sent before worthless. */
    linkSalt: text('link_salt').notNull(),
    /** Staff look at it before it may be paid, whatever the shop decides for later orders. */
    needsValidation: boolean('needs_validation').notNull().default(false),
    placedAt: timestamp('placed_at', { withTimezone: true }).notNull().defaultNow(),
    paymentDeadline: timestamp('payment_deadline', { withTimezone: true }),
    /** When a payment moved the deadline on, which happens once. */
    deadlinePostponedAt: timestamp('deadline_postponed_at', { withTimezone: true }),
    paidAt: timestamp('paid_at', { withTimezone: true }),
    cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
    /** Why staff must look at it: 'payment-mismatch', … */
    attention: text('attention'),
  },
  (t) => [
    index('orders_by_time').on(t.placedAt),
    index('orders_by_account').on(t.accountId, t.placedAt),
    index('orders_by_email').on(sql`lower(${t.email})`, t.placedAt),
    index('orders_unpaid_by_deadline')
      .on(t.paymentDeadline)
      .where(sql`${t.state} in ('pending', 'validated', 'payment_pending', 'payment_failed')`),
    check('order_has_one_recipient', isOneRecipient(t.email)),
    check('order_sums', sql`${t.totalCents} = ${t.itemsCents} - ${t.discountCents} + ${t.deliveryCents}`),
    check(
      'order_amounts_not_negative',
      sql`${t.itemsCents} >= 0 and ${t.discountCents} between 0 and ${t.itemsCents} and ${t.deliveryCents} >= 0`,
    ),
  ],
)

export const orderLines = pgTable(
  'order_lines',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    position: integer('position').notNull(),
    variantId: integer('variant_id')
      .notNull()
      .references(() => variants.id),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    /** As JSON text, which keeps the options in the order they were shown in. */
    options: json('options').$type<AttributeValues>().notNull().default({}),
    imageHash: text('image_hash'),
    quantity: integer('quantity').notNull(),
    unitCents: integer('unit_cents').notNull(),
    /** This line's share of the order's discount. */
    discountCents: integer('discount_cents').notNull().default(0),
    /** quantity × unit − discount: what the customer pays for the line, VAT included. */
    totalCents: integer('total_cents').notNull(),
    vatBasisPoints: integer('vat_basis_points').notNull(),
    vatCents: integer('vat_cents').notNull(),
  },
  (t) => [
    index('order_lines_by_order').on(t.orderId, t.position),
    check('order_line_quantity', sql`${t.quantity} between 1 and 100`),
    check(
      'order_line_sums',
      sql`${t.totalCents} = ${t.quantity} * ${t.unitCents} - ${t.discountCents} and ${t.totalCents} >= 0`,
    ),
  ],
)

/** The moves an order may make, filled from order-state.ts by migrations; the history refers to it. */
export const legalTransitions = pgTable(
  'legal_transitions',
  { fromState: orderState('from_state').notNull(), toState: orderState('to_state').notNull() },
  (t) => [primaryKey({ columns: [t.fromState, t.toState] })],
)

/** Append-only. Inserting a row moves the order: its trigger checks `from_state` and writes `orders.state`. */
export const orderTransitions = pgTable(
  'order_transitions',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    seq: integer('seq').notNull(),
    fromState: orderState('from_state').notNull(),
    toState: orderState('to_state').notNull(),
    actorKind: text('actor_kind', { enum: ['system', 'customer', 'carrier', 'staff'] }).notNull(),
    actorId: uuid('actor_id').references(() => accounts.id),
    reason: text('reason'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.seq] }),
    foreignKey({
      name: 'order_transitions_are_legal',
      columns: [t.fromState, t.toState],
      foreignColumns: [legalTransitions.fromState, legalTransitions.toState],
    }),
  ],
)
