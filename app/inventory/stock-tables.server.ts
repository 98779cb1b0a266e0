import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { variants } from '~/catalog/product-tables.server'

/**
 * One row per variant. `on_hand` is written by the ledger's trigger alone: insert a movement and the row follows, so that
 * stock on hand is always the sum of its movements.
 */
export const stock = pgTable(
  'stock',
  {
    variantId: integer('variant_id')
      .primaryKey()
      .references(() => variants.id),
    onHand: integer('on_hand').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
    /** From how many on staff should think of ordering; what pages call few is the same for all (`few-left.ts`). */
    lowThreshold: integer('low_threshold').notNull().default(3),
  },
  (t) => [
    check('stock_not_negative', sql`${t.onHand} >= 0`),
    check('stock_not_over_reserved', sql`${t.reserved} between 0 and ${t.onHand}`),
  ],
)

export const movementReason = pgEnum('movement_reason', [
  'initial',
  'delivery',
  'sale',
  'cancel',
  'return',
  'adjustment',
  'import',
])

/** Append-only. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    variantId: integer('variant_id')
      .notNull()
      .references(() => variants.id),
    delta: integer('delta').notNull(),
    reason: movementReason('reason').notNull(),
    orderLineId: uuid('order_line_id'),
    actor: text('actor').notNull(),
    note: text('note'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('movements_move', sql`${t.delta} <> 0`),
    index('stock_movements_by_variant').on(t.variantId, t.id),
    // A line is sold once and put back once, whatever is called twice.
    uniqueIndex('stock_movements_once_per_line')
      .on(t.orderLineId, t.reason)
      .where(sql`${t.orderLineId} is not null and ${t.reason} in ('sale', 'cancel')`),
  ],
)

export const reservationHolder = pgEnum('reservation_holder', ['cart', 'order', 'staff'])

/** Live until released or consumed. An expired one counts no more for availability, even before it is released. */
export const reservations = pgTable(
  'reservations',
  {
    id: uuid('id').primaryKey(),
    variantId: integer('variant_id')
      .notNull()
      .references(() => stock.variantId),
    quantity: integer('quantity').notNull(),
    holder: reservationHolder('holder').notNull(),
    holderId: uuid('holder_id').notNull(),
    renewals: integer('renewals').notNull().default(0),
    /** For whom they are kept, while they are: one visitor keeps no more aside by many carts and orders than by one. */
    fromOrigin: text('from_address'),
    forPerson: text('for_person'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Null while an order is in payment: only the order's own transitions release it. */
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    releasedAt: timestamp('released_at', { withTimezone: true }),
    consumedAt: timestamp('consumed_at', { withTimezone: true }),
  },
  (t) => [
    check('reservations_hold_something', sql`${t.quantity} > 0`),
    check('reservations_end_once', sql`${t.releasedAt} is null or ${t.consumedAt} is null`),
    check('order_reservations_do_not_expire', sql`${t.holder} <> 'order' or ${t.expiresAt} is null`),
    uniqueIndex('reservations_one_live_per_holder')
      .on(t.holder, t.holderId, t.variantId)
      .where(sql`${t.releasedAt} is null and ${t.consumedAt} is null`),
    index('reservations_live_by_address')
      .on(t.fromOrigin)
      .where(sql`${t.releasedAt} is null and ${t.consumedAt} is null and ${t.fromOrigin} is not null`),
    index('reservations_live_by_person')
      .on(t.forPerson)
      .where(sql`${t.releasedAt} is null and ${t.consumedAt} is null and ${t.forPerson} is not null`),
    index('reservations_by_holder').on(t.holder, t.holderId, t.variantId),
    index('reservations_live_by_variant')
      .on(t.variantId, t.expiresAt)
      .where(sql`${t.releasedAt} is null and ${t.consumedAt} is null`),
    index('reservations_live_by_expiry')
      .on(t.expiresAt)
      .where(sql`${t.releasedAt} is null and ${t.consumedAt} is null and ${t.expiresAt} is not null`),
  ],
)
