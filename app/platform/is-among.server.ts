import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm'

/**
 * Whether a column holds one of these whole numbers. They travel as one parameter, so that the statement has one text
 * however many they are, and stays prepared.
 */
export function isAmong(column: AnyColumn, numbers: readonly number[]): SQL {
  return sql`${column} = any(${numbersIn(numbers)})`
}

/**
 * Whole numbers as an array whose length the planner does not see. Where it does, it finds most lists shorter than it
 * would suppose, and so plans the statement anew each time.
 */
export function numbersIn(numbers: readonly number[] | Placeholder): SQL {
  return sql`(select ${Array.isArray(numbers) ? `{${numbers.join(',')}}` : numbers}::int[])::int[]`
}
