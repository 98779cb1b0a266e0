import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { TRANSFER_KINDS } from './transfer-kinds'

/** One row per import that wrote something. Unfinished ones are gone on with, finished ones can be undone. */
export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: TRANSFER_KINDS }).notNull(),
    dialect: text('dialect').notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the file in hex: only the very same file is gone on with. */
    fileHash: text('file_hash').notNull(),
    actor: text('actor').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    undoneAt: timestamp('undone_at', { withTimezone: true }),
  },
  (t) => [index('imports_by_file').on(t.fileHash, t.startedAt)],
)

/** Written in the transaction of what the batch changed: where to go on, and how to take it back. */
export const importBatches = pgTable(
  'import_batches',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** Its first row: two batches are written at a time, so they need not end in order. */
    number: integer('number').notNull(),
    lastRow: integer('last_row').notNull(),
    created: integer('created').notNull(),
    changed: integer('changed').notNull(),
    unchanged: integer('unchanged').notNull(),
    refused: integer('refused').notNull(),
    /** What was created, and what stood there before where something was changed. */
    before: jsonb('before').notNull(),
    undoneAt: timestamp('undone_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.number] }),
    check('import_batches_go_forward', sql`${t.number} > 0 and ${t.lastRow} > 0`),
  ],
)
