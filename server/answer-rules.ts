import type { IncomingMessage, OutgoingHttpHeader } from 'node:http'
import type { HeadersArgs, ServerBuild } from '@remix-run/node'
import { isFromNobody } from './page-cache/key-of-page'

/** When to come back, where nobody said so: a limit counts in minutes, a fault may be over at once. */
export const COME_BACK_SECONDS: Record<number, number> = { 429: 60, 503: 5 }

type Sent = {
  statusCode: number
  req: IncomingMessage
  getHeader: (name: string) => OutgoingHttpHeader | undefined
  setHeader: (name: string, value: string) => unknown
}

/** What holds for every answer of a route, whichever route it is. Called once its own headers are set. */
export function applyAnswerRules(response: Sent): void {
  const wait = COME_BACK_SECONDS[response.statusCode]
  if (wait && !response.getHeader('Retry-After')) response.setHeader('Retry-After', String(wait))

  if (wait || isForSomebody(response)) response.setHeader('Cache-Control', 'private, no-store')
  else if (!response.getHeader('Cache-Control')) response.setHeader('Cache-Control', 'private, no-cache')
}

/**
 * Pages and their data were drawn for who brings a cookie, and are kept by nobody. What is fetched ahead of a click is kept
 * by that browser until the click.
 */
function isForSomebody(response: Sent): boolean {
  if (response.getHeader('Set-Cookie')) return true
  const type = response.getHeader('Content-Type')
  const isPage = type ? /^text\/(?:html|x-script)/.test(String(type)) : !response.getHeader('Cache-Control')
  const isAhead = response.req.headers['sec-purpose'] === 'prefetch'
  return isPage && !isAhead && !isFromNobody(response.req)
}

/** Remix forgets what an action or a refusing loader says of the time to come back, unless each route repeats it. */
export function repeatWaits(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { headers } = route.module
    const own = (args: HeadersArgs) =>
      typeof headers === 'function' ? headers(args) : (headers ?? args.parentHeaders)
    return [
      id,
      { ...route, module: { ...route.module, headers: (args: HeadersArgs) => withWait(own(args), args) } },
    ]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

function withWait(
  own: HeadersInit,
  { errorHeaders, actionHeaders, loaderHeaders, parentHeaders }: HeadersArgs,
) {
  const headers = new Headers(own)
  for (const said of [errorHeaders, actionHeaders, loaderHeaders, parentHeaders]) {
    const wait = said?.get('Retry-After')
    if (!wait) continue
    headers.set('Retry-After', wait)
    break
  }
  return headers
}
