import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { DEFAULT_LANGUAGE, LANGUAGES } from '~/i18n/language'
import { isOneRecipient } from '~/platform/one-recipient.server'

export const LINK_PURPOSES = ['choose-password', 'confirm-email'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

export const FORMS_OF_ADDRESS = ['none', 'ms', 'mr'] as const

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
    /** The name that others may see; nobody else has it, whatever its case. */
    username: text('username'),
    phone: text('phone').notNull().default(''),
    formOfAddress: text('form_of_address', { enum: FORMS_OF_ADDRESS }).notNull().default('none'),
    /** When its owner last showed that the e-mail is theirs; null for accounts brought in from elsewhere. */
    emailVerifiedAt: timestamp('email_verified_at', { withTimezone: true }),
    /** When somebody asked to sell here; the marketplace answers. */
    askedToSellAt: timestamp('asked_to_sell_at', { withTimezone: true }),
    /** Null while the account waits for staff. */
    activatedAt: timestamp('activated_at', { withTimezone: true }).defaultNow(),
    lockedAt: timestamp('locked_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('accounts_by_email').on(sql`lower(${t.email})`),
    uniqueIndex('accounts_by_username').on(sql`lower(${t.username})`),
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
    /** Where it began: the network, not the very IP. */
    network: text('network').notNull().default(''),
    /** When its owner last gave the password or another factor: what is sensitive asks for it again after a while. */
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('account_sessions_by_account').on(t.accountId)],
)

/**
 * Who asked for an account and has not yet shown that the e-mail is theirs. Until then there is no account, and nobody learns whether
 * there was one already.
 */
export const registrations = pgTable(
  'registrations',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    username: text('username'),
    phone: text('phone').notNull().default(''),
    formOfAddress: text('form_of_address', { enum: FORMS_OF_ADDRESS }).notNull().default('none'),
    passwordHash: text('password_hash').notNull(),
    language: text('language', { enum: LANGUAGES }).notNull(),
    wantsToSell: boolean('wants_to_sell').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('registrations_by_email').on(sql`lower(${t.email})`),
    check('registration_has_one_recipient', isOneRecipient(t.email)),
  ],
)

/** Links that were sent by mail. Their secret part is computed from the row (decision 6), so the table opens nothing. */
export const mailedLinks = pgTable(
  'mailed_links',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: LINK_PURPOSES }).notNull(),
    /** The e-mail it was sent to: the account's own, or the new one that it confirms. */
    email: text('email').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** Used, or made worthless by a newer one. */
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('one_open_link').on(t.accountId, t.purpose).where(sql`${t.endedAt} is null`),
    check('mailed_link_has_one_recipient', isOneRecipient(t.email)),
  ],
)
