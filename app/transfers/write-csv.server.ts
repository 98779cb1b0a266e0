import { once } from 'node:events'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { TABLE_LAYOUTS, type TableLayout } from './transfer-kinds'

/** Rows as CSV text in UTF-8, with quotes where needed. */
export async function* csvText(
  pages: AsyncIterable<readonly (readonly string[])[]>,
  { mark, separator }: TableLayout = TABLE_LAYOUTS.plain,
): AsyncGenerator<string> {
  if (mark) yield mark
  for await (const rows of pages)
    yield stringify(rows as string[][], {
      delimiter: separator,
      record_delimiter: '\r\n',
      quoted_match: /[\r\n]|^\s|\s$/,
    })
}

/** Writes while the reader reads; when the reader goes away, the pages are closed and nothing more is asked. */
export async function writeCsv(
  pages: AsyncGenerator<readonly (readonly string[])[]>,
  out: Writable,
  layout: TableLayout = TABLE_LAYOUTS.plain,
): Promise<void> {
  try {
    await pipeline(Readable.from(csvText(pages, layout), { highWaterMark: 2 }), out, { end: false })
  } catch (fault) {
    await pages.return(undefined)
    throw fault
  }
}

/** Writes one text and waits while the reader is slow. */
export async function writeText(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}
