import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocalPath } from '~/i18n/local-path'

type Asked =
  | { intent: 'add'; make: string; model: string; type: string }
  | { intent: 'choose' | 'forget'; typeId: number }
  | { intent: 'show-all' }

/** A form of one button that asks the garage for something, and comes back to this page or goes on to `next`. */
export function VehicleForm({
  asked,
  next,
  className,
  children,
}: {
  asked: Asked
  /** A French path. */
  next?: string
  className?: string
  children: ReactNode
}) {
  const path = useLocalPath()
  const here = useLocation()
  return (
    <Form method="post" action={path('/garage')} className={className} preventScrollReset={!next}>
      {Object.entries(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="next" value={next ? path(next) : here.pathname + here.search} />
      {children}
    </Form>
  )
}
