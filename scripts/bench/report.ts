import type { Figures } from './rounds'
import type { Verdict } from './targets'

const COLUMNS: [title: string, of: (figures: Figures) => string][] = [
  ['requests/s', ({ perSecond }) => short(perSecond)],
  ['p50 ms', ({ p50 }) => short(p50)],
  ['p95 ms', ({ p95 }) => short(p95)],
  ['p99 ms', ({ p99 }) => short(p99)],
  ['web ms', ({ webMs }) => short(webMs)],
  ['Postgres ms', ({ postgresMs }) => short(postgresMs)],
  ['worker ms', ({ workerMs }) => short(workerMs)],
  ['MB', ({ webMb }) => webMb.toFixed(0)],
  ['failed', ({ failed }) => String(failed)],
]

/** A table as Markdown shows it, which a terminal shows as well. */
export function tableOf(figures: readonly Figures[]): string {
  const rows = [
    ['scenario', ...COLUMNS.map(([title]) => title)],
    ...figures.map((one) => [one.name, ...COLUMNS.map(([, of]) => of(one))]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = rows.map((row) => `| ${row.map((cell, column) => padded(cell, column)).join(' | ')} |`)
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')

  function padded(cell: string, column: number) {
    const width = widths[column] ?? 0
    return column === 0 ? cell.padEnd(width) : cell.padStart(width)
  }
}

export function verdictsOf(verdicts: readonly Verdict[]): string[] {
  return verdicts.map(({ isMet, says, value, limit, unit }) => {
    const [found, wanted] = [short(value), String(limit)].map((number) =>
      unit ? `${number} ${unit}` : number,
    )
    return `${isMet ? '✓' : '✗'} ${says}: ${found} (target ${wanted})`
  })
}

const BEGIN = '<!-- bench -->'
const END = '<!-- /bench -->'

/** Puts the newest figures into a document, between two marks that it has. */
export function withFigures(document: string, figures: string): string {
  const [before, behind] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (before < 0 || behind < before) throw new Error(`The document has no ${BEGIN} … ${END} for the figures.`)
  return `${document.slice(0, before + BEGIN.length)}\n${figures}\n${document.slice(behind)}`
}

export function failuresOf(figures: readonly Figures[]): string[] {
  return figures.flatMap(({ name, failed, failure }) =>
    failed > 0 ? [`${name}: ${failed} failed, the first: ${failure}`] : [],
  )
}

function short(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value.toFixed(value >= 10 ? 1 : 2)
}
