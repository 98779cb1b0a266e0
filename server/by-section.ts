import type { ServerBuild } from '@remix-run/node'
import { beginningOf, type Patterns, patternsOf, routesThatMayBegin } from './route-patterns'

/**
 * Opens one handler per section of the shop and finds the one for a URL. Remix sorts all routes and compiles their
 * patterns anew whenever it looks for the one of a URL, several times per page: the build of a section has those alone
 * that the beginning of the URL allows.
 */
export function bySection<Handler>(
  build: ServerBuild,
  open: (section: ServerBuild) => Handler,
): (path: string) => Handler {
  const patterns = patternsOf(build)
  const named = [0, 1].map((at) => new Set([...patterns.values()].map((pattern) => pattern[at])))
  const whole = open(build)
  const handlers = new Map<string, Handler>()

  return (path) => {
    const begins = beginningOf(path)
    if (!begins) return whole
    // Of names that no pattern knows, any stands for all: there are only so many sections.
    const known = begins.map((name, at) => (named[at]?.has(name) ? name : ''))
    const key = known.join('/')
    const handler = handlers.get(key) ?? open(reduced(build, patterns, known))
    handlers.set(key, handler)
    return handler
  }
}

function reduced(build: ServerBuild, patterns: Patterns, begins: string[]): ServerBuild {
  const kept = routesThatMayBegin(build, patterns, begins)
  const keep = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)))
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  }
}
