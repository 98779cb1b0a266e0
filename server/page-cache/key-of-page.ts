import type { IncomingMessage } from 'node:http'
import { PREFIXED_LANGUAGES } from '../../app/i18n/language'

const SLUG = '[a-z0-9-]+'
const PLAIN = `(?:catalog|brands|legal|c|p|vehicles)(?:/${SLUG})*`
/** Lists that go on over pages; elsewhere a page number would be a name for a copy of the same page. */
const PAGED = `(?:c/${SLUG}/${SLUG}|brands/${SLUG})\\?page=(?:[2-9]|[1-9]\\d{1,3})`

const PREFIX = `/(?:${PREFIXED_LANGUAGES.join('|')})`
const KEPT = new RegExp(`^(?:/|${PREFIX}|(?:${PREFIX})?/(?:${PLAIN}|${PAGED}))$`)

/** Under which name the page of a URL is kept, or null for what is drawn anew for each request. */
export function keyOfPage(url: string): string | null {
  return KEPT.test(url) ? url : null
}

/** Only the sign-in looks at it (app/identity/device-cookie.server.ts), and that is never kept. */
const DEVICE_ALONE = /^(?:__Host-)?device=[^;]*$/

/**
 * Whether somebody asks of whom nothing is known: any other cookie may be a cart, a garage or a session, whatever its name,
 * so a request with one is answered by drawing the page for it.
 */
export function isFromNobody({ method, headers }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    (!headers.cookie || DEVICE_ALONE.test(headers.cookie)) &&
    headers.authorization === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  )
}
