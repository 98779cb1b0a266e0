import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/**
 * Whether a column holds one of these whole numbers. They travel as one parameter, so that the statement has one text however
 * many they are, and stays prepared.
 */
export function isAmong(column: AnyColumn, numbers: readonly number[]): SQL {
  return sql`${column} = any(${`{${numbers.join(',')}}`}::int[])`
}
