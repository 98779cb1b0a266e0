import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { DEFAULT_LANGUAGE, LANGUAGES } from '~/i18n/language'
import { isOneRecipient } from '~/platform/one-recipient.server'

export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull().default(''),
    /** With its scheme in front, so that old ones are recognised and upgraded. */
    passwordHash: text('password_hash').notNull(),
    level: integer('level').notNull().default(1),
    language: text('language', { enum: LANGUAGES }).notNull().default(DEFAULT_LANGUAGE),
    lockedAt: timestamp('locked_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('accounts_by_email').on(sql`lower(${t.email})`),
    check('account_has_one_address', isOneRecipient(t.email)),
    check('account_levels', sql`${t.level} between 1 and 10`),
  ],
)

/** The copy of signed-in sessions that survives an emptied Redis. */
export const accountSessions = pgTable(
  'account_sessions',
  {
    /** SHA-256 of the session's id. */
    idHash: text('id_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    userAgent: text('user_agent').notNull().default(''),
  },
  (t) => [index('account_sessions_by_account').on(t.accountId)],
)
