import { inShort, type NotCsv, type Note } from '../problems'
import type { TextFile } from '../run/examine-file.server'
import type { Importer } from '../run/importer'
import { type Row, readRows } from '../run/read-rows.server'
import { recognise } from './recognise.server'

type Unit = { row: number; lastRow: number }

export type OpenTable = {
  ok: true
  importer: Importer
  /** What was noticed about the file's bytes so far; grows while it is read. */
  notes: readonly Note[]
  /** Batches of units, always cut at the same places. */
  batches: AsyncGenerator<Unit[]>
  /** Lets go of the file, however much of it was read. */
  close: () => Promise<void>
}

/** Reads the headings of a file, and then, while it is asked for them, its units in batches. */
export async function openTable(
  file: TextFile,
  { onBytes }: { onBytes?: (bytes: number) => void } = {},
): Promise<OpenTable | NotCsv> {
  const chunks = readRows(file, onBytes)
  for (let chunk = await chunks.next(); !chunk.done; chunk = await chunks.next()) {
    const rows = chunk.value.filter(({ cells, number }) => number > 1 || !isSeparatorLine(cells))
    const [headings, ...first] = rows
    if (!headings) continue
    const recognised = recognise(withoutTrailingBlanks(headings.cells))
    if (!recognised.ok) {
      await chunks.return(undefined)
      return recognised
    }
    const notes: Note[] = []
    const noteDoubt = ({ number, doubtful }: Row) => {
      if (doubtful !== undefined)
        notes.push({ row: number, column: '', reason: 'other-encoding', read: inShort(doubtful) })
    }
    noteDoubt(headings)
    const close = async () => void (await chunks.return(undefined))
    return {
      ...recognised,
      notes,
      batches: inBatches(recognised.importer, startingWith(first, chunks), noteDoubt),
      close,
    }
  }
  return { ok: false, reason: 'empty' }
}

/** Excel's own way to name the separator. */
function isSeparatorLine(cells: readonly string[]): boolean {
  return /^sep=/i.test(cells[0] ?? '')
}

function withoutTrailingBlanks(headings: string[]): string[] {
  const last = headings.findLastIndex((heading) => heading.trim() !== '')
  return headings.slice(0, last + 1)
}

async function* inBatches(
  importer: Importer,
  chunks: AsyncGenerator<Row[]>,
  onRow: (row: Row) => void,
): AsyncGenerator<Unit[]> {
  let batch: Unit[] = []
  for await (const rows of chunks)
    for (const row of rows) {
      onRow(row)
      const unit = importer.add(row)
      if (!unit) continue
      batch.push(unit)
      if (batch.length < importer.batchSize) continue
      yield batch
      batch = []
    }
  const last = importer.end()
  if (last) batch.push(last)
  if (batch.length > 0) yield batch
}

async function* startingWith(first: Row[], chunks: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  yield first
  yield* chunks
}

/** Lets the next batch be read while the last one is written. */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    let next = items.next()
    for (;;) {
      const { value, done } = await next
      if (done) return
      next = items.next()
      // A fault is met when it is this item's turn, not while the one before is worked on.
      next.catch(() => {})
      yield value
    }
  } finally {
    await items.return(undefined)
  }
}

/**
 * Works on several items at a time and answers in their order. The first item goes alone: what it makes, the others find.
 * A fault waits until nothing is under way any more.
 */
export async function* inLanes<Item, Result>(
  items: AsyncGenerator<Item>,
  lanes: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  let isFirst = true
  try {
    for await (const item of items) {
      const result = work(item)
      result.catch(() => {})
      underWay.push(result)
      const most = isFirst ? 1 : lanes
      isFirst = false
      for (let oldest = underWay[0]; oldest && underWay.length >= most; oldest = underWay[0]) {
        yield await oldest
        underWay.shift()
      }
    }
    for (const result of underWay) yield await result
  } finally {
    await Promise.allSettled(underWay)
  }
}
