import { once } from 'node:events'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'

/** Rows as CSV text in UTF-8, with commas and quotes where needed. */
export async function* csvText(pages: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  for await (const rows of pages)
    yield stringify(rows as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ })
}

/** Writes while the reader reads; when the reader goes away, the pages are closed and nothing more is asked. */
export async function writeCsv(
  pages: AsyncGenerator<readonly (readonly string[])[]>,
  out: Writable,
): Promise<void> {
  try {
    await pipeline(Readable.from(csvText(pages), { highWaterMark: 2 }), out, { end: false })
  } catch (fault) {
    await pages.return(undefined)
    throw fault
  }
}

/** Writes one text and waits while the reader is slow. */
export async function writeText(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}
