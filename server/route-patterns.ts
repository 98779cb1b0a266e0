import type { ServerBuild } from '@remix-run/node'

type Pattern = (string | undefined)[]

/** What the URL of each page looks like, by the page's id. */
export type Patterns = ReadonlyMap<string, Pattern>

/** What the URL of each page looks like, part by part; layouts of pages have no URL of their own. */
export function patternsOf({ routes }: ServerBuild): Patterns {
  const parents = new Set(Object.values(routes).map((route) => route?.parentId))
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route ? `${pathOf(route.parentId)}/${route.path ?? ''}` : ''
  }
  const pages = Object.keys(routes).filter((id) => !parents.has(id))
  return new Map(pages.map((id) => [id, pathOf(id).toLowerCase().split('/').filter(Boolean)]))
}

/** The first two parts of a URL as Remix reads it: decoded, whatever the case, without the mark of a data request. */
export function beginningOf(path: string): string[] | undefined {
  try {
    const read = decodeURIComponent(path)
      .replace(/\.data$/, '')
      .replace(/^\/_root$/, '/')
    return read.toLowerCase().split('/').filter(Boolean).slice(0, 2)
  } catch {
    return undefined
  }
}

/** The pages whose URL may begin so, with the layouts around them. */
export function routesThatMayBegin(
  build: ServerBuild,
  patterns: Patterns,
  begins: readonly string[],
): Set<string> {
  const ids = new Set<string>()
  for (const [page, pattern] of patterns)
    if (mayBe(pattern, begins))
      for (let id: string | undefined = page; id !== undefined; id = build.routes[id]?.parentId) ids.add(id)
  return ids
}

function mayBe(pattern: Pattern, begins: readonly string[]): boolean {
  for (const [at, name] of (begins.length > 0 ? begins : ['']).entries()) {
    const part = pattern[at]
    if (part === undefined || part === '*') return true
    if (!part.startsWith(':') && !part.endsWith('?') && part !== name) return false
  }
  return true
}
