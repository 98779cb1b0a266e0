import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm'

type Column = AnyColumn | SQL

/** Whether a column holds one of these whole numbers. */
export function isAmong(column: Column, numbers: readonly number[]): SQL {
  return sql`${column} = any(${numberArray(numbers)})`
}

/** Whether a column holds one of these texts. */
export function isAmongTexts(column: Column, texts: readonly string[]): SQL {
  return sql`${column} = any(${textArray(texts)})`
}

/** The first, for statements that are prepared and asked by every page: the planner does not see how many there are. */
export function isAmongUncounted(column: Column, numbers: readonly number[] | Placeholder): SQL {
  return sql`${column} = any(${uncountedArray(numbers)})`
}

/** Whole numbers as one parameter, so that a statement has one text however many they are. */
export function numberArray(numbers: readonly (number | null | undefined)[]): SQL {
  return sql`${`{${numbers.map((number) => number ?? 'null').join(',')}}`}::int[]`
}

export function textArray(texts: readonly string[]): SQL {
  return sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`
}

/**
 * Whole numbers as an array whose length the planner does not see. Where it does, it finds most lists shorter than it
 * would suppose, and so plans a prepared statement anew each time.
 */
export function uncountedArray(numbers: readonly number[] | Placeholder): SQL {
  return sql`(select ${Array.isArray(numbers) ? `{${numbers.join(',')}}` : numbers}::int[])::int[]`
}
