import { randomBytes } from 'node:crypto'
import { newId } from '../../app/platform/ids.server'
import type { Shop } from '../../app/shop.server'
import type { Remix } from '../remix'
import { compressed, keepable } from './kept-page'
import type { Drawing, Marks } from './kept-pages'
import { pageContents } from './page-contents'

type Options = {
  shop: Shop
  remix: Remix
  headersFor: (scriptHashes: string[]) => Record<string, string>
}

/**
 * Draws a page for nobody in particular: nothing of the request that asked for it, no cookie, header or client IP, reaches
 * the loaders. Kept is a whole page that named what it shows and sets no cookie.
 */
export function drawForNobody({ shop, remix, headersFor }: Options) {
  return async (key: string, marks: Marks = newMarks()): Promise<Drawing> => {
    const { nonce, requestId } = marks
    const page = pageContents()
    const response = await remix(new Request(shop.env.ORIGIN + key), {
      ...shop,
      // Nothing would ever drop what a replica had not heard of yet.
      reads: shop.db,
      page,
      cspNonce: nonce,
      requestId,
      clientIp: '',
      findAccount: async () => null,
      findAccountNow: async () => null,
    })
    if (page.tags.size === 0 || page.until() <= Date.now() || !isWholePage(response))
      return { page: null, answer: response }

    const html = await response.text()
    const kept = keepable({ html, nonce, requestId, headersFor })
    if (!kept) return { page: null, answer: new Response(html, response) }
    return { page: compressed(kept), tags: page.tags, holdsUntil: page.until() }
  }
}

function newMarks(): Marks {
  return { nonce: randomBytes(18).toString('base64'), requestId: newId() }
}

function isWholePage({ status, headers }: Response): boolean {
  const type = headers.get('Content-Type') ?? ''
  return status === 200 && type.startsWith('text/html') && !headers.has('Set-Cookie')
}
