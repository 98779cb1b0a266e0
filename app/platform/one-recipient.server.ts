import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/**
 * That a column holds one e-mail address, whoever wrote it: nothing that a reader of mail could take for a list, a name or a
 * group. `\x3b` is the semicolon, at which migrations are cut into statements.
 */
export function isOneRecipient(column: AnyColumn): SQL {
  return sql`${column} ~ '^[^[:space:][:cntrl:]@,:<>()"\\x3b\\\\]+@[^[:space:][:cntrl:]@,:<>()"\\x3b\\\\]+$'`
}
