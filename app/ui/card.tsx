import type { HTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names'

/** A white sheet on the paper. */
export function Card({
  title,
  action,
  padded = true,
  className,
  children,
  ...section
}: Omit<HTMLAttributes<HTMLElement>, 'title'> & { title?: ReactNode; action?: ReactNode; padded?: boolean }) {
  return (
    <section
      {...section}
      className={classNames(
        'rounded-lg border border-paper-line bg-white',
        padded && 'p-4 sm:p-6',
        className,
      )}
    >
      {title && (
        <header
          className={classNames('flex items-baseline justify-between gap-4', padded ? 'mb-4' : 'p-4 sm:p-6')}
        >
          <h2 className="text-lg">{title}</h2>
          {action}
        </header>
      )}
      {children}
    </section>
  )
}
