import { createReadStream } from 'node:fs'
import { type Parser, parse } from 'csv-parse'
import type { TextFile } from './examine-file.server'
import type { NotCsv } from './problems'

/** The number is the row's in a spreadsheet: the headings are row 1, blank rows count. */
export type Row = { number: number; cells: string[] }

/** The file turned out to be no table while it was read. */
export class NotCsvFault extends Error {
  constructor(readonly refusal: NotCsv) {
    super(refusal.reason)
  }
}

const CHUNK = 1 << 18
const LONGEST_ROW = 2_000_000

/** The rows of a file, chunk by chunk: no more of it is in memory than one chunk and one row. Blank rows are left out. */
export async function* readRows(
  { path, encoding, separator }: TextFile,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Row[]> {
  let number = 0
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
  })
  let rows: Row[] = []
  parser.on('data', (cells: string[]) => {
    number += 1
    if (!isBlank(cells)) rows.push({ number, cells })
  })
  // A fault is told to whoever writes; without a listener it would end the process.
  parser.on('error', () => {})
  const takeRows = () => {
    const taken = rows
    rows = []
    return taken
  }
  const decode = decoderOf(encoding)
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      await given(parser, decode(bytes))
      onBytes(bytes.length)
      yield takeRows()
    }
    await ended(parser)
    yield takeRows()
  } catch (fault) {
    throw refusalOf(fault, number + 1)
  } finally {
    parser.destroy()
  }
}

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === '')

/** UTF-8 goes to the parser as it is: it reads bytes. */
function decoderOf(encoding: TextFile['encoding']): (bytes: Buffer) => Buffer | string {
  if (encoding === 'utf-8') return (bytes) => bytes
  const decoder = new TextDecoder(encoding)
  return (bytes) => decoder.decode(bytes, { stream: true })
}

function given(parser: Parser, chunk: Buffer | string): Promise<void> {
  return new Promise((done, fail) => {
    parser.write(chunk, (fault) => (fault ? fail(fault) : done()))
  })
}

function ended(parser: Parser): Promise<void> {
  return new Promise((done, fail) => {
    parser.once('end', done)
    parser.once('error', fail)
    parser.end()
  })
}

function refusalOf(fault: unknown, row: number): unknown {
  const code = fault instanceof Error && 'code' in fault ? fault.code : ''
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new NotCsvFault({ ok: false, reason: 'open-quote', row })
  if (code === 'CSV_MAX_RECORD_SIZE') return new NotCsvFault({ ok: false, reason: 'endless-row', row })
  return fault
}
