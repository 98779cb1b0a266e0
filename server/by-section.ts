import type { ServerBuild } from '@remix-run/node'

/**
 * Opens one handler per section of the shop and finds the one for an address. Remix sorts all routes and compiles their
 * patterns anew whenever it looks for the one of an address, several times per page: the build of a section has those alone
 * that the beginning of the address allows. What the browser asks about other pages (`/__manifest`) needs them all.
 */
export function bySection<Handler>(
  build: ServerBuild,
  open: (section: ServerBuild) => Handler,
): (path: string) => Handler {
  const patterns = patternsOf(build)
  const named = [0, 1].map((place) => new Set([...patterns.values()].map((pattern) => pattern[place])))
  const whole = open(build)
  const handlers = new Map<string, Handler>()

  return (path) => {
    const begins = beginningOf(path)
    if (!begins || begins[0] === '__manifest') return whole
    // Of names that no pattern knows, any stands for all: there are only so many sections.
    const known = begins.map((name, place) => (named[place]?.has(name) ? name : ''))
    const key = known.join('/')
    const handler = handlers.get(key) ?? open(reduced(build, patterns, known))
    handlers.set(key, handler)
    return handler
  }
}

type Pattern = (string | undefined)[]

/** What the address of each page looks like, part by part; frames of pages have no address of their own. */
function patternsOf({ routes }: ServerBuild): Map<string, Pattern> {
  const parents = new Set(Object.values(routes).map((route) => route?.parentId))
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route ? `${pathOf(route.parentId)}/${route.path ?? ''}` : ''
  }
  const pages = Object.keys(routes).filter((id) => !parents.has(id))
  return new Map(pages.map((id) => [id, pathOf(id).toLowerCase().split('/').filter(Boolean)]))
}

/** The first two parts of an address as Remix reads it: decoded, whatever the case, without the mark of a data request. */
function beginningOf(path: string): string[] | undefined {
  try {
    const read = decodeURIComponent(path)
      .replace(/\.data$/, '')
      .replace(/^\/_root$/, '/')
    return read.toLowerCase().split('/').filter(Boolean).slice(0, 2)
  } catch {
    return undefined
  }
}

function reduced(build: ServerBuild, patterns: Map<string, Pattern>, begins: string[]): ServerBuild {
  const kept = new Set<string>()
  for (const [page, pattern] of patterns)
    if (mayBe(pattern, begins))
      for (let id: string | undefined = page; id !== undefined; id = build.routes[id]?.parentId) kept.add(id)

  const keep = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)))
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  }
}

function mayBe(pattern: Pattern, begins: string[]): boolean {
  for (const [place, name] of (begins.length > 0 ? begins : ['']).entries()) {
    const part = pattern[place]
    if (part === undefined || part === '*') return true
    if (!part.startsWith(':') && !part.endsWith('?') && part !== name) return false
  }
  return true
}
