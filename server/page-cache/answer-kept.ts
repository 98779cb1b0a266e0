import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { newId } from '../../app/platform/ids.server'
import { type Log, loggedPath } from '../../app/platform/log.server'
import { sendAnswer } from '../answer-with-remix'
import { encodingFor } from '../encodings'
import { hostOf, namesOneHost } from '../own-hosts'
import { bodyIn, type KeptPage } from './kept-page'
import type { KeptPages } from './kept-pages'
import { isFromNobody, keyOfPage } from './key-of-page'

type Options = { pages: KeptPages; ownHosts: ReadonlySet<string>; log: Log; otherwise: RequestListener }

/**
 * Answers with a kept page before anything else looks at the request: what Express does for each request costs more than
 * the page. Whatever is not plainly a request for a page that is kept goes the long way.
 */
export function answerKept({ pages, ownHosts, log, otherwise }: Options): RequestListener {
  return (request, response) => {
    const { url = '' } = request
    const isPlain = isFromNobody(request) && namesOneHost(request) && ownHosts.has(hostOf(request))
    const page = isPlain ? pages.find(url) : undefined
    if (!page) return otherwise(request, response)

    const requestId = newId()
    if (log.isLevelEnabled('debug'))
      response.on('finish', () =>
        log.debug(
          { req: { id: requestId, path: loggedPath(url) }, res: { status: response.statusCode } },
          'kept page',
        ),
      )
    sendKept(request, response, { page, requestId, onGrown: () => pages.weigh(url) })
  }
}

/** The last step of the long way: the page is drawn for nobody and kept, where that may be. */
export function drawAndKeep(pages: KeptPages): RequestHandler {
  return async (request, response, next) => {
    const key = isFromNobody(request) ? keyOfPage(request.url) : null
    if (key === null) return next()
    try {
      const { cspNonce: nonce, requestId } = response.locals
      const drawn = await pages.drawOnce(key, { nonce, requestId })
      if (drawn.page) {
        for (const name of response.getHeaderNames()) response.removeHeader(name)
        return sendKept(request, response, { page: drawn.page, requestId, onGrown: () => pages.weigh(key) })
      }
      // What is not kept was drawn for the first who asked; the others are drawn their own.
      if (drawn.answer.bodyUsed) return next()
      await sendAnswer(drawn.answer, response, request.headers['accept-encoding'])
    } catch (fault) {
      next(fault)
    }
  }
}

type Sending = { page: KeptPage; requestId: string; onGrown: () => void }

function sendKept(request: IncomingMessage, response: ServerResponse, sending: Sending): void {
  const { page, requestId, onGrown } = sending
  const known = request.headers['if-none-match']
  if (known !== undefined && isKnown(known, page.etag)) {
    response.writeHead(304, [...page.headers, 'X-Request-Id', requestId])
    response.end()
    return
  }
  const encoding = encodingFor(request.headers['accept-encoding'])
  const isNew = page.bodies[encoding] === undefined
  const { headers, body } = bodyIn(page, encoding)
  if (isNew) onGrown()
  response.writeHead(200, [...headers, 'X-Request-Id', requestId])
  response.end(body)
}

function isKnown(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((one) => one.trim() === etag)
}
