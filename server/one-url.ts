import { PREFIXED_LANGUAGES } from '../app/i18n/language'

/** Where letter case says nothing: the pages of the shop. Numbers of orders and names of files keep theirs. */
const PAGES = new RegExp(
  `^(?:/(?:${PREFIXED_LANGUAGES.join('|')}))?` +
    '(?:/(?:catalog|brands|legal|c|p|vehicles|search|cart|checkout|garage|account|sign-in)(?:/.*)?)?$',
  'i',
)
/** No dot, so no file and no data; nothing in which a reader of URLs could find the name of another host. */
const PLAIN = /^\/[\w~%/-]*$/
/** Signs that mean the same whether they are written out or not. */
const NEEDLESSLY_ENCODED = /%(?:2d|5f|7e|3\d|[46][1-9a-f]|[57][0-9a])/gi

/** The one URL of a page, without its host: the same page must not be found under several. */
export function oneUrlOf(url: string): string {
  const [path = '', query] = url.split(/(\?.*)/s)
  if (!PLAIN.test(path) || !isText(path)) return url
  const short = path
    .replace(NEEDLESSLY_ENCODED, (sign) => decodeURIComponent(sign))
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
  return (PAGES.test(short) ? short.replace(/[A-Z]+|%../g, lowered) : short) + (query ?? '')
}

/** Signs that stay encoded are written in capitals. */
function lowered(part: string): string {
  return part.startsWith('%') ? part.toUpperCase() : part.toLowerCase()
}

function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
