import type { ReactNode } from 'react'

/** A group of primitives on `/dev/ui`, the page for people who build the shop: its words are not translated. */
export function Samples({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-6 border-t border-ink pt-4">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-3 lg:grid-cols-[10rem_minmax(0,1fr)]">
      <h3 className="font-mono text-xs font-normal text-ink-faint lg:pt-1">{name}</h3>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
