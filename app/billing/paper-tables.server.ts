import { sql } from 'drizzle-orm'
import {
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { orders } from '~/orders/order-tables.server'
import type { VatShare } from '~/vat/credited-shares'

/** The last number given per series and year. Its row is locked last in the transaction that issues. */
export const paperCounters = pgTable(
  'document_counters',
  {
    series: text('series', { enum: ['invoice', 'credit-note'] }).notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.series, t.year] })],
)

/** Immutable once issued. */
export const invoices = pgTable(
  'invoices',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .unique()
      .references(() => orders.id),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    totalCents: integer('total_cents').notNull(),
    vat: jsonb('vat').$type<VatShare[]>().notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('invoice_numbers').on(t.year, t.number),
    check('invoices_count_from_one', sql`${t.number} > 0`),
  ],
)

/** Immutable once issued. */
export const creditNotes = pgTable(
  'credit_notes',
  {
    id: uuid('id').primaryKey(),
    invoiceId: uuid('invoice_id')
      .notNull()
      .references(() => invoices.id),
    /** The refund that it documents. */
    refundId: uuid('refund_id').notNull().unique(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    totalCents: integer('total_cents').notNull(),
    vat: jsonb('vat').$type<VatShare[]>().notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique('credit_note_numbers').on(t.year, t.number),
    check('credit_notes_credit', sql`${t.totalCents} > 0 and ${t.number} > 0`),
  ],
)
