import { createWriteStream } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { guardCell } from '../../app/transfers/cell-text'
import type { ReportLine } from '../../app/transfers/report'
import { writeText } from '../../app/transfers/write-csv.server'
import { sentenceOf } from './say'

const COLUMNS = ['row', 'outcome', 'subject', 'sku', 'column', 'before', 'after', 'message'] as const
const MOST_SHOWN = 50

/**
 * Every line of the difference goes into the file, as CSV or, named `.jsonl`, as a JSON object a line. Without a file the
 * first refusals and, if wished, changes are shown.
 */
export async function openReport({ path, isShown }: { path: string | undefined; isShown: boolean }) {
  const file = path ? createWriteStream(path) : null
  const isJson = path?.endsWith('.jsonl') ?? false
  if (file && !isJson) await writeText(file, stringify([[...COLUMNS]]))
  let shown = 0

  async function add(lines: readonly ReportLine[]): Promise<void> {
    if (file) await writeText(file, lines.map(isJson ? jsonOf : csvOf).join(''))
    for (const line of lines) if (isWorthShowing(line)) show(line)
  }

  function isWorthShowing({ outcome, column }: ReportLine): boolean {
    if (outcome === 'refused' || outcome === 'note') return true
    return isShown && (outcome === 'change' || (outcome === 'create' && column === ''))
  }

  function show(line: ReportLine): void {
    shown += 1
    if (shown <= MOST_SHOWN) console.log(sentenceOf(line))
    if (shown === MOST_SHOWN + 1) console.log('… (--report lines.csv keeps all of them)')
  }

  return {
    add,
    close: () => new Promise<void>((done) => (file ? file.end(() => done()) : done())),
  }
}

const jsonOf = (line: ReportLine) => `${JSON.stringify(line)}\n`

function csvOf(line: ReportLine): string {
  const cells = { ...line, message: line.reason ? sentenceOf(line) : '' }
  return stringify([COLUMNS.map((column) => guardCell(String(cells[column])))])
}
