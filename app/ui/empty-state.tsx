import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { type Drawing, Drawn } from './drawings'

/** Says why there is nothing here and what to do next. */
export function EmptyState({
  drawing = 'empty-shelf',
  title,
  headingLevel: Heading = 'h2',
  actions,
  className,
  children,
}: {
  drawing?: Drawing
  title: ReactNode
  /** 'h1' where the emptiness is the page. */
  headingLevel?: 'h1' | 'h2' | 'h3'
  actions?: ReactNode
  className?: string
  children?: ReactNode
}) {
  return (
    <div className={classNames('grid justify-items-center gap-3 px-4 py-12 text-center', className)}>
      <Drawn drawing={drawing} className="mb-3 w-56" />
      <Heading className="text-xl">{title}</Heading>
      {children && <div className="max-w-md text-ink-soft">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  )
}
