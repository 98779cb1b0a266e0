import { createReadStream } from 'node:fs'
import { type Parser, parse } from 'csv-parse'
import { DOUBT, openMixedDecoder } from '../formats/mixed-lines'
import type { NotCsv } from '../problems'
import type { TextFile } from './examine-file.server'

/** The number is the row's in a spreadsheet: the headings are row 1, blank rows count. */
export type Row = {
  number: number
  cells: string[]
  /** A cell whose bytes were not what the rest of the file is written in. */
  doubtful?: string
}

/** The file turned out to be no table while it was read. */
export class NotCsvFault extends Error {
  constructor(readonly refusal: NotCsv) {
    super(refusal.reason)
  }
}

/** Also what another program could not read before, and what Windows-1252 has no sign for: the file is in some other encoding. */
const DOUBTFUL = new RegExp(`[${DOUBT}\ufffd\u0081\u008d\u008f\u0090\u009d]`)

const CHUNK = 1 << 18
const LONGEST_ROW = 2_000_000

/** The rows of a file, chunk by chunk: no more of it is in memory than one chunk and one row. Blank rows are left out. */
export async function* readRows(
  { path, encoding, isMixed, separator }: TextFile,
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
    if (!isBlank(cells)) rows.push(withoutDoubt(number, cells))
  })
  // A fault is told to whoever writes; without a listener it would end the process.
  parser.on('error', () => {})
  const takeRows = () => {
    const taken = rows
    rows = []
    return taken
  }
  const { decode, end } = decoderOf(encoding, isMixed)
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      await given(parser, decode(bytes))
      onBytes(bytes.length)
      yield takeRows()
    }
    await given(parser, end())
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
function decoderOf(encoding: TextFile['encoding'], isMixed: boolean): Decoder {
  if (isMixed) return openMixedDecoder(encoding === 'windows-1252' ? encoding : 'utf-8')
  if (encoding === 'utf-8') return { decode: (bytes) => bytes, end: () => '' }
  const decoder = new TextDecoder(encoding)
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

type Decoder = { decode: (bytes: Buffer) => Buffer | string; end: () => string }

function withoutDoubt(number: number, cells: string[]): Row {
  const at = cells.findIndex((cell) => DOUBTFUL.test(cell))
  if (at < 0) return { number, cells }
  const plain = cells.map((cell) => cell.replaceAll(DOUBT, ''))
  return { number, cells: plain, doubtful: plain[at] }
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
