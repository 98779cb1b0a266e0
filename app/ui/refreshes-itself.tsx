import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** Asks again while something is being waited for, with and without a script. Gives up after some minutes. */
export function RefreshesItself({ seconds = 5, times = 40 }: { seconds?: number; times?: number }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    let left = times
    const timer = setInterval(() => {
      left -= 1
      if (left < 0) clearInterval(timer)
      else if (document.visibilityState === 'visible') revalidate()
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds, times, revalidate])

  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds * 2)} />
    </noscript>
  )
}
