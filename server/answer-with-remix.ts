import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { AppLoadContext } from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express'
import { applyAnswerRules } from './answer-rules'
import { encode, encodingFor } from './encodings'
import type { Remix } from './remix'

type ContextOf = (request: ExpressRequest, response: ExpressResponse) => AppLoadContext

/** Hands a request to Remix and sends what it answers: pages whole and compressed at once, everything else as it comes. */
export function answerWithRemix(remix: Remix, contextOf: ContextOf): RequestHandler {
  return async (request, response, next) => {
    try {
      const body = await bodyOf(request)
      if (body === 'broken-off') return
      const answer = await remix(webRequest(request, response, body), contextOf(request, response))
      await sendAnswer(answer, response, request.headers['accept-encoding'])
    } catch (fault) {
      next(fault)
    }
  }
}

/**
 * All of it before anything is done: its length was said and is bounded. Who is answered in the middle of sending, because
 * nobody wanted the rest, would find their connection broken and no answer.
 */
async function bodyOf(request: ExpressRequest): Promise<Buffer | 'broken-off' | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  return buffer(request).catch(() => 'broken-off')
}

/** The sender's going away aborts what is still being done for them. */
function webRequest(request: ExpressRequest, response: ServerResponse, body: Buffer | undefined): Request {
  const going = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) going.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one) headers.append(name, one)
  return new Request(`${request.protocol}://${request.headers.host}${request.originalUrl}`, {
    method: request.method,
    headers,
    signal: going.signal,
    ...(body && { body: body as Uint8Array<ArrayBuffer> }),
  })
}

export async function sendAnswer(
  answer: Response,
  response: ServerResponse,
  acceptEncoding: string | undefined,
): Promise<void> {
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) response.appendHeader(name, value)
  applyAnswerRules(response)
  if (!answer.body) {
    response.end()
    return
  }
  if (!answer.headers.get('Content-Type')?.startsWith('text/html'))
    return sendAsItIsRead(answer.body, response)

  const encoding = encodingFor(acceptEncoding)
  const body = encode(Buffer.from(await answer.arrayBuffer()), encoding, 'once')
  response.appendHeader('Vary', 'Accept-Encoding')
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.length)
  response.end(body)
}

/** A reader who takes their time sets the pace; one who goes away ends what is read for them. */
async function sendAsItIsRead(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  // A pipeline listens in several ways, beside those who count and log.
  response.setMaxListeners(30)
  await pipeline(Readable.fromWeb(body as NodeReadableStream), response).catch((fault) => {
    if (!response.destroyed) throw fault
  })
}
