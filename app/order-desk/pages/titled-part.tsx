import type { ReactNode } from 'react'

type TitledPartProps = { title: string; headingLevel: 'h2' | 'h3'; children: ReactNode }

/** A small part of an order's page under its quiet title: an address, a way of delivery. */
export function TitledPart({ title, headingLevel: Heading, children }: TitledPartProps) {
  return (
    <section>
      <Heading className="mb-1 text-sm font-medium text-ink-faint">{title}</Heading>
      {children}
    </section>
  )
}
