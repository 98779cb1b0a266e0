import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

export const promoKind = pgEnum('promo_kind', ['percentage', 'amount', 'free-shipping'])

export const promoCodes = pgTable(
  'promo_codes',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    code: text('code').notNull().unique(),
    kind: promoKind('kind').notNull(),
    /** Hundredths of a percent for a percentage, cents for an amount, null for free shipping. */
    value: integer('value'),
    startsAt: timestamp('starts_at', { withTimezone: true }),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    minimumCents: integer('minimum_cents').notNull().default(0),
    maxUses: integer('max_uses'),
    maxUsesPerCustomer: integer('max_uses_per_customer'),
    uses: integer('uses').notNull().default(0),
    /** Empty: every range. */
    rangeIds: integer('range_ids').array().notNull().default([]),
    /** Empty: every customer level. */
    levels: integer('levels').array().notNull().default([]),
    /** Announced to everybody, not sent to some: the prices it gives count as prices of the shop. */
    isPublic: boolean('is_public').notNull().default(true),
  },
  (t) => [
    check('public_codes_are_for_everybody', sql`not ${t.isPublic} or ${t.levels} = '{}'`),
    check('promo_codes_are_plain', sql`${t.code} ~ '^[A-Z0-9][A-Z0-9_-]{1,39}$'`),
    check('promo_limit_holds', sql`${t.uses} >= 0 and ${t.uses} <= ${t.maxUses}`),
    check(
      'promo_values_fit',
      sql`case ${t.kind} when 'percentage' then ${t.value} between 1 and 10000
        when 'amount' then ${t.value} > 0 else ${t.value} is null end`,
    ),
  ],
)

/**
 * What a public percentage code took off from a moment on, until the code's next entry; nothing without a value. Triggers
 * write it, and nothing in it is ever changed.
 */
export const publicCodeHistory = pgTable(
  'public_code_history',
  {
    promoCodeId: integer('promo_code_id').notNull(),
    appliesFrom: timestamp('applies_from', { withTimezone: true }).notNull(),
    /** Tells entries of one moment apart: the last one holds. */
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    value: integer('value'),
    startsAt: timestamp('starts_at', { withTimezone: true }),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    minimumCents: integer('minimum_cents').notNull(),
    rangeIds: integer('range_ids').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.promoCodeId, t.appliesFrom, t.id] })],
)

/** One row per order that used a code; given back when the order is cancelled. */
export const promoRedemptions = pgTable(
  'promo_redemptions',
  {
    orderId: uuid('order_id').primaryKey(),
    promoCodeId: integer('promo_code_id')
      .notNull()
      .references(() => promoCodes.id),
    /** The customer's e-mail in lower case. */
    customer: text('customer').notNull(),
    redeemedAt: timestamp('redeemed_at', { withTimezone: true }).notNull().defaultNow(),
    givenBackAt: timestamp('given_back_at', { withTimezone: true }),
  },
  (t) => [index('promo_redemptions_by_customer').on(t.promoCodeId, t.customer)],
)
