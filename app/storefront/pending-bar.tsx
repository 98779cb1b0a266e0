import { useNavigation } from '@remix-run/react'

/** A thin line over the page while the next one is fetched; it waits a moment, so that quick answers stay calm. */
export function PendingBar() {
  const isPending = useNavigation().state !== 'idle'
  if (!isPending) return null
  return <div aria-hidden="true" className="pending-bar fixed inset-x-0 top-0 z-50 h-0.5 bg-accent" />
}
