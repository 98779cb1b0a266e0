import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const files = pgTable(
  'files',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the stored master, in hex: the file's public name and its storage key. */
    hash: text('hash').notNull().unique(),
    contentType: text('content_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [check('files_have_a_size', sql`${t.width} > 0 and ${t.height} > 0 and ${t.bytes} > 0`)],
)
