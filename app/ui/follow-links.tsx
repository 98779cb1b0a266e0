import { PrefetchPageLinks, useNavigate } from '@remix-run/react'
import { useEffect, useState } from 'react'

const POINTS_AT_IT_MS = 100

/** Follows every `FollowedLink` of the page without loading a new document, and fetches ahead what somebody points at. */
export function FollowLinks() {
  const navigate = useNavigate()
  const [ahead, setAhead] = useState('')

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = linkAt(event)
      if (!link || !isPlain(event) || !isOfThisShop(link)) return
      event.preventDefault()
      navigate(pathOf(link), {
        // As a browser does with a link to the page it shows.
        replace: 'replaces' in link.dataset || link.href === window.location.href,
        preventScrollReset: 'keepsScroll' in link.dataset,
      })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>
    const point = (event: Event) => {
      clearTimeout(waiting)
      const link = linkAt(event)
      const path = link && 'prefetch' in link.dataset && isOfThisShop(link) ? pathOf(link) : ''
      waiting = setTimeout(() => setAhead(path), POINTS_AT_IT_MS)
    }
    const signs = ['pointerover', 'focusin'] as const
    for (const sign of signs) document.addEventListener(sign, point)
    return () => {
      clearTimeout(waiting)
      for (const sign of signs) document.removeEventListener(sign, point)
    }
  }, [])

  return ahead ? <PrefetchPageLinks page={ahead} /> : null
}

function linkAt({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element
    ? target.closest<HTMLAnchorElement>('a[data-discover], a[data-followed]')
    : null
}

/** Whoever wants a new tab or a download gets it; a component may have its own idea of a click. */
function isPlain(event: MouseEvent): boolean {
  const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button === 0 && !isModified && !event.defaultPrevented
}

function isOfThisShop({ origin, target, download }: HTMLAnchorElement): boolean {
  return origin === window.location.origin && ['', '_self'].includes(target) && download === ''
}

function pathOf({ pathname, search, hash }: HTMLAnchorElement): string {
  return pathname + search + hash
}
