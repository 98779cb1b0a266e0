import { sql } from 'drizzle-orm'
import { check, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { orders } from '~/orders/order-tables.server'
import { MAIL_KINDS } from './mail-kinds'

/** What was written to whom, and what it was about: one row per mail, so that none is sent twice. */
export const sentMails = pgTable(
  'sent_mails',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    kind: text('kind', { enum: MAIL_KINDS }).notNull(),
    /** What it tells of: a refund's id, the number of the order's transition, … */
    about: text('about').notNull(),
    /** Written before the mail server is called, so that two workers do not send the same mail. */
    begunAt: timestamp('begun_at', { withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (t) => [
    unique('sent_mails_once').on(t.orderId, t.kind, t.about),
    check('sent_mails_begin_first', sql`${t.sentAt} >= ${t.begunAt}`),
  ],
)
