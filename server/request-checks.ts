import type { RequestHandler } from 'express'
import { oneUrlOf } from './one-url'
import { isSignedDoor } from './origin-check'
import { hostOf, namesOneHost } from './own-hosts'
import { refuse } from './refuse'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Longer than what Remix asks of itself when it looks up the routes of all links of a page (7,680 characters). */
const LONGEST_URL = 8_000
const MOST_PARAMETERS = 400
/** No page lies so deep; looking for it among all routes takes the longer the deeper it lies. */
const MOST_FOLDERS = 40
const FORM_BYTES = 256 * 1024
const WEBHOOK_BYTES = 1024 * 1024
const FORM_TYPE = 'application/x-www-form-urlencoded'
const WEBHOOK_TYPES = ['application/json', FORM_TYPE]

/** A folder's name that readers of URLs take for this folder or the one above. */
const DOTS = /^(?:\.|%2e){1,2}$/i

/** Headers by which a client could pretend that the shop is called something else, or asked for something else. */
const MISLEADING = [
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-original-url',
  'x-rewrite-url',
  'forwarded',
]

/** Refuses what no browser of a shopper sends, before anything is read or looked up. */
export function requestChecks(ownOrigins: Set<string>): RequestHandler[] {
  const ownHosts = new Set([...ownOrigins].map((origin) => new URL(origin).host))

  return [
    (request, response, next) => {
      if (!METHODS.has(request.method)) {
        response.set('Allow', [...METHODS].join(', '))
        return refuse(response, 405, 'This method is not allowed.')
      }
      for (const name of MISLEADING) delete request.headers[name]
      if (!namesOneHost(request)) return refuse(response, 400, 'The request names no host, or several.')
      if (!ownHosts.has(hostOf(request))) return refuse(response, 421, 'This host is not served here.')
      next()
    },
    (request, response, next) => {
      // `OPTIONS *` is about the server, and `GET http://…` about a proxy.
      if (!request.url.startsWith('/')) return refuse(response, 400, 'This is no address of the shop.')
      if (request.url.length > LONGEST_URL) return refuse(response, 414, 'The address is too long.')
      // Other spellings of a page's URL lead to the one it has, for good.
      const url = WITHOUT_BODY.has(request.method) ? oneUrlOf(request.url) : request.url
      if (url !== request.url) return response.redirect(301, url)
      if (!isReadable(request.url)) return refuse(response, 400, 'The address is malformed.')
      next()
    },
    (request, response, next) => {
      if (WITHOUT_BODY.has(request.method)) return next()
      const isWebhook = isSignedDoor(request)
      const length = Number(request.headers['content-length'])
      if (!Number.isInteger(length)) return refuse(response, 411, 'Content-Length is missing.')
      if (length > (isWebhook ? WEBHOOK_BYTES : FORM_BYTES))
        return refuse(response, 413, 'The request is too large.')
      // An empty webhook is its signature's business; an empty form still says that it is one.
      if (!(isWebhook && length === 0) && !request.is(isWebhook ? WEBHOOK_TYPES : FORM_TYPE))
        return refuse(response, 415, 'This content type is not accepted here.')
      next()
    },
  ]
}

/**
 * Valid percent-encoded UTF-8 without NUL, a bounded number of parameters and folders, and not Remix's older data protocol. A path
 * with a backslash or two slashes, in which a reader of URLs may find the name of a host, is none of ours; nor is one
 * with dots for a folder, which the checks here would read as written and Remix as the path it leads to.
 */
function isReadable(url: string): boolean {
  const [path = '', query] = url.split(/\?(.*)/s)
  const decodedPath = decoded(path)
  const decodedQuery = decoded(query?.replaceAll('+', ' ') ?? '')
  if (decodedPath === null || decodedQuery === null) return false
  if (/\0|\\|\/\//.test(decodedPath) || decodedQuery.includes('\0')) return false
  const folders = path.split('/')
  if (folders.length > MOST_FOLDERS || folders.some((folder) => DOTS.test(folder))) return false
  const parameters = new URLSearchParams(query)
  return parameters.size <= MOST_PARAMETERS && !parameters.has('_data')
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
