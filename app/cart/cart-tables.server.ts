import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { variants } from '~/catalog/product-tables.server'
import { accounts } from '~/identity/account-tables.server'
import { HOME_COUNTRY } from '~/places/home'

export const carts = pgTable(
  'carts',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the token in the visitor's cookie. */
    tokenHash: text('token_hash').notNull().unique(),
    accountId: uuid('account_id').references(() => accounts.id),
    promoCode: text('promo_code'),
    /** The destination the visitor asked a delivery estimate for. */
    country: text('country').notNull().default(HOME_COUNTRY),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    /** A keyed hash of the client IP it was opened from: one visitor with many carts counts as one. */
    openedFrom: text('opened_from'),
    /** Set by the order that it became; such a cart changes no more. */
    orderedAt: timestamp('ordered_at', { withTimezone: true }),
  },
  (t) => [
    index('carts_by_change').on(t.changedAt),
    index('carts_ordered_by_origin').on(t.openedFrom, t.orderedAt).where(sql`${t.orderedAt} is not null`),
  ],
)

export const cartLines = pgTable(
  'cart_lines',
  {
    cartId: uuid('cart_id')
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    variantId: integer('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: integer('quantity').notNull(),
    /** The unit price last shown to the visitor, to say when it changed. */
    seenUnitCents: integer('seen_unit_cents').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.cartId, t.variantId] }),
    check('cart_line_quantity', sql`${t.quantity} between 1 and 100`),
  ],
)
