import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Description = { term: ReactNode; key: string; details: ReactNode; strong?: boolean }

/** Names and what they stand for: characteristics, totals, an address. `sums` puts the figures at the right. */
export function DescriptionList({
  entries,
  sums,
  className,
}: {
  entries: readonly Description[]
  sums?: boolean
  className?: string
}) {
  return (
    <dl className={classNames('text-sm', className)}>
      {entries.map((entry) => (
        <div
          key={entry.key}
          className={classNames(
            'py-2',
            sums
              ? 'flex items-baseline justify-between gap-4'
              : 'grid grid-cols-[minmax(8rem,1fr)_2fr] gap-4 border-b border-paper-line last:border-0',
            entry.strong && 'mt-1 border-t border-paper-rule pt-3 text-base font-semibold text-ink-strong',
          )}
        >
          <dt className={classNames(!entry.strong && 'text-ink-faint')}>{entry.term}</dt>
          <dd className={classNames(sums && 'text-right tabular-nums')}>{entry.details}</dd>
        </div>
      ))}
    </dl>
  )
}
