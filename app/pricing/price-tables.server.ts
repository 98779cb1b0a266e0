import { sql } from 'drizzle-orm'
import { check, integer, pgTable, timestamp } from 'drizzle-orm/pg-core'
import { variants } from '~/catalog/product-tables.server'

/** Prices in cents, VAT included. */
export const variantPrices = pgTable(
  'variant_prices',
  {
    variantId: integer('variant_id')
      .primaryKey()
      .references(() => variants.id, { onDelete: 'cascade' }),
    baseCents: integer('base_cents').notNull(),
    saleCents: integer('sale_cents'),
    saleFrom: timestamp('sale_from', { withTimezone: true }),
    saleUntil: timestamp('sale_until', { withTimezone: true }),
  },
  (t) => [
    check('prices_are_positive', sql`${t.baseCents} > 0 and ${t.saleCents} > 0`),
    check('sales_reduce', sql`${t.saleCents} < ${t.baseCents}`),
    check(
      'sales_have_a_period',
      sql`(${t.saleCents} is null) = (${t.saleFrom} is null) and ${t.saleUntil} > ${t.saleFrom}`,
    ),
  ],
)
