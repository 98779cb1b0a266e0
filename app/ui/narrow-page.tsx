import type { ReactNode } from 'react'

/** A page with one thing to read or to fill in. */
export function NarrowPage({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="page-width py-10 sm:py-14">
      <div className="mx-auto max-w-md">
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead && <p className="mt-3 text-ink-soft">{lead}</p>}
        <div className="mt-6">{children}</div>
      </div>
    </div>
  )
}
