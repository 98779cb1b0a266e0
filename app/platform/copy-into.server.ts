import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import postgres from 'postgres'

/** A transaction on a connection of its own: drizzle changes the client it wraps, and COPY needs an unchanged one. */
export type BulkLoad = postgres.TransactionSql

export type Cell =
  | string
  | number
  | boolean
  | null
  | Date
  | readonly (string | number)[]
  | Record<string, unknown>

const CHUNK = 256 * 1024

/** Runs one long load in a transaction without the deadlines of a request: all of it stands at the end, or nothing. */
export async function inBulk<Result>(
  url: string,
  work: (load: BulkLoad) => Promise<Result>,
): Promise<Result> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: SETTINGS })
  try {
    return (await client.begin(work)) as Result
  } finally {
    await client.end({ timeout: 5 })
  }
}

const SETTINGS = {
  application_name: 'comptoir-bulk',
  maintenance_work_mem: '512MB',
  work_mem: '128MB',
  jit: 'off',
  // A load whose program died must not go on for minutes, and keep its tables to itself.
  client_connection_check_interval: '1s',
}

type Place = {
  table: string
  columns: readonly string[]
  /** For a table that this transaction emptied: its rows are written as if it had been vacuumed. */
  frozen?: boolean
}

/** Streams rows into a table; what is slower, the rows or the database, sets the pace. */
export async function copyInto(
  load: BulkLoad,
  { table, columns, frozen = false }: Place,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await copyText(load, { table, columns, frozen }, linesOf(rows))
}

/**
 * The same for rows by the names that the code has for their columns. What the first row says nothing of is left to the
 * table's defaults; what a row carries besides its table's columns is not looked at.
 */
export async function copyRows<Table extends PgTable>(
  load: BulkLoad,
  table: Table,
  rows: readonly { readonly [Key in keyof Table['_']['columns']]?: Cell | undefined }[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.entries<PgColumn>(getTableColumns(table)).filter(([key]) => key in first)
  const place = { table: getTableName(table), columns: columns.map(([, { name }]) => name) }
  const keys = columns.map(([key]) => key)
  function* cells(): Generator<Cell[]> {
    for (const row of rows) yield keys.map((key) => row[key] ?? null)
  }
  await copyInto(load, place, cells())
}

/** The same as `copyInto` for rows that are written in COPY's text format already. */
export async function copyText(
  load: BulkLoad,
  { table, columns, frozen = false }: Place,
  text: Iterable<string | Buffer>,
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const copy = load.unsafe(`copy "${table}" (${names}) from stdin ${frozen ? 'with (freeze)' : ''}`)
  const stream = await copy.writable()
  // What Postgres refuses after the last row goes to the statement, which nobody waits for any more.
  Object.assign(copy, { reject: (fault: Error) => stream.destroy(fault) })
  await pipeline(Readable.from(text), stream)
}

function* linesOf(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += copyLine(row)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk) yield chunk
}

/** One row in COPY's text format. */
export function copyLine(row: readonly Cell[]): string {
  let line = ''
  for (const [at, cell] of row.entries()) line += at === 0 ? encoded(cell) : `\t${encoded(cell)}`
  return `${line}\n`
}

function encoded(cell: Cell): string {
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (cell instanceof Date) return cell.toISOString()
  if (Array.isArray(cell)) return escaped(`{${cell.map(quoted).join(',')}}`)
  return escaped(JSON.stringify(cell))
}

/** One entry of an array. */
const quoted = (entry: string | number) => `"${String(entry).replace(/["\\]/g, '\\$&')}"`

const SPECIAL = /[\\\n\r\t]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (mark) => ESCAPES[mark] ?? '') : text
}
