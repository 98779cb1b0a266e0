import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

type Key<Table extends PgTable> = keyof Table['_']['columns'] & string
type Row<Keys extends string> = { readonly [Key in Keys]?: unknown }

/** The columns of a table, without some, in the forms in which statements over many rows name them. */
export type TableColumns<Keys extends string> = {
  keys: readonly Keys[]
  columns: readonly PgColumn[]
  /** `range_id, brand_id`: as the table calls them. */
  names: SQL
  /** `"rangeId", "brandId"`: as the code calls them, in rows that `given` reads. */
  keyNames: SQL
  /** `range_id = given."rangeId"`, each, from a row that the statement calls `given`. */
  assignments: (from: string) => SQL
  /** `range_id = excluded.range_id`, each: what an insert brings where the row is there already. */
  excluded: SQL
  /** `p.range_id as "rangeId"`, each, of a table that the statement calls `p`. */
  selected: (alias: string) => SQL
  /** `json_build_object('rangeId', p.range_id …)`. */
  asJson: (alias: string) => SQL
  /** `(p.range_id, p.brand_id)`, to be compared as one. */
  tuple: (alias: string) => SQL
  /** `(given."rangeId", given."brandId")`, of rows that `given` reads. */
  keyTuple: (alias: string) => SQL
  /** These rows as a table called `given`, sent as one parameter however many they are. */
  given: (rows: readonly Row<Keys>[]) => SQL
  /** `"rangeId" integer`, each: what `json_to_record` is told. */
  typed: SQL
}

/**
 * Statements that read or write whole rows take their columns from here, and so from the table: a column that is added to
 * a table is read and written by all of them.
 */
export function tableColumns<Table extends PgTable, Without extends Key<Table> = never>(
  table: Table,
  { without = [] }: { without?: readonly Without[] } = {},
): TableColumns<Exclude<Key<Table>, Without>> {
  const kept = Object.entries<PgColumn>(getTableColumns(table)).filter(
    ([key]) => !(without as readonly string[]).includes(key),
  )
  const keys = kept.map(([key]) => key) as Exclude<Key<Table>, Without>[]
  const each = (worded: (column: PgColumn, key: string) => string) =>
    sql.raw(kept.map(([key, column]) => worded(column, key)).join(', '))
  const typed = each((column, key) => `"${key}" ${column.getSQLType()}`)
  return {
    keys,
    columns: kept.map(([, column]) => column),
    names: each(({ name }) => name),
    keyNames: each((_, key) => `"${key}"`),
    assignments: (from) => each(({ name }, key) => `${name} = ${from}."${key}"`),
    excluded: each(({ name }) => `${name} = excluded.${name}`),
    selected: (alias) => each((column, key) => `${alias}.${textual(column)} as "${key}"`),
    asJson: (alias) => sql`json_build_object(${each(({ name }, key) => `'${key}', ${alias}.${name}`)})`,
    tuple: (alias) => sql`(${each(({ name }) => `${alias}.${name}`)})`,
    keyTuple: (alias) => sql`(${each((_, key) => `${alias}."${key}"`)})`,
    typed,
    given: (rows) =>
      sql`json_to_recordset(${JSON.stringify(rows.map((row) => picked(row, keys)))}::json) as given (${typed})`,
  }
}

/** A day stays the text it is, whatever the connection makes of days. */
function textual(column: PgColumn): string {
  return column.getSQLType() === 'date' ? `${column.name}::text` : column.name
}

/** Only these columns of a row, whatever else it carries. */
function picked<Keys extends string>(row: Row<Keys>, keys: readonly Keys[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, row[key]]))
}
