import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Column<Row> = {
  /** Names the column among the others. */
  key: string
  heading: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand at the right, aligned. */
  numeric?: boolean
}

/** Rows under headings. On a narrow screen it scrolls sideways, by finger or by keyboard. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  keyOf,
}: {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className={classNames('pb-3 text-left font-semibold', captionHidden && 'sr-only')}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-paper-rule text-ink-faint">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellLook(column.numeric, 'py-2 font-medium')}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-paper-line last:border-0">
              {columns.map((column) => (
                <td key={column.key} className={cellLook(column.numeric, 'py-3')}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellLook(numeric: boolean | undefined, className: string): string {
  return classNames(
    'px-3 align-baseline first:pl-0 last:pr-0',
    numeric ? 'text-right tabular-nums whitespace-nowrap' : 'text-left',
    className,
  )
}
