import type { ServerBuild } from '@remix-run/node'
import { beginningOf, patternsOf, routesThatMayBegin } from './route-patterns'

export const MANIFEST_PATH = '/__manifest'

/** One page links to some hundred others at most; what is beyond is found out when it is clicked. */
const MOST_LINKS = 400
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Tells the browser which routes the links of a page lead to. Remix' own answer tries every route on every part of every
 * path, which takes seconds for a path of thousands of parts. Here the first two parts of each link say which pages it may
 * lead to: knowing one more than it needs does a browser no harm.
 */
export function routeManifest(build: ServerBuild): (url: URL) => Response {
  const { version, routes } = build.assets
  const patterns = patternsOf(build)
  const names = new Set([...patterns.values()].flatMap((pattern) => pattern.slice(0, 2)))
  const known = new Map<string, readonly string[]>()

  function routesOf(link: string): readonly string[] {
    // Of names that no pattern knows, any stands for all: there are only so many beginnings.
    const begins = (beginningOf(link) ?? ['']).map((name) => (names.has(name) ? name : ''))
    const key = begins.join('/')
    const ids = known.get(key) ?? [...routesThatMayBegin(build, patterns, begins)]
    known.set(key, ids)
    return ids
  }

  return ({ searchParams }) => {
    if (searchParams.get('version') !== version)
      return new Response(null, { status: 204, headers: { 'X-Remix-Reload-Document': 'true' } })
    const links = searchParams.getAll('p').slice(0, MOST_LINKS)
    if (links.length === 0) return new Response('Invalid Request', { status: 400 })
    const ids = new Set(links.flatMap(routesOf))
    const found = Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
    return Response.json(found, { headers: { 'Cache-Control': FOR_EVER } })
  }
}
