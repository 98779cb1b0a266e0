import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { languageOfPath } from './i18n/language'
import { TranslationProvider } from './i18n/translation'
import { translatorThatListens } from './i18n/translator.server'
import { loggedPath } from './platform/log.server'
import { DocumentMarksContext } from './ui/document-marks'

/** Remix gives up on deferred data after this time. */
export const streamTimeout = 5_000

/**
 * Draws a page in one go. No loader defers anything; a page in pieces, with its data trickling in behind it, costs twice as
 * much to draw.
 */
export default async function answerWithPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce: nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  const drawn = { ...remix, ...(await dataAtOnce(remix)) }
  const html = renderToString(
    <DocumentMarksContext.Provider value={{ nonce, requestId, pathname }}>
      <TranslationProvider {...translatorThatListens(languageOfPath(pathname))}>
        <RemixServer context={drawn} url={request.url} nonce={nonce} />
      </TranslationProvider>
    </DocumentMarksContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // As bytes: a Response copies a text letter by letter to make sure of its characters.
  return new Response(Buffer.from(`<!DOCTYPE html>${html}`), { headers, status })
}

type DataPieces = NonNullable<NonNullable<EntryContext['renderMeta']>['streamCache']>

/** The page's data, as Remix would have read it piece by piece while React waits for each. */
async function dataAtOnce({ renderMeta, serverHandoffStream }: EntryContext) {
  if (!serverHandoffStream) return {}
  const value = await new Response(serverHandoffStream).text()
  const streamCache: DataPieces = { 0: read({ done: false, value }), 1: read({ done: true, value: '' }) }
  // Remix takes hold of the stream once more, though there is nothing left to read.
  return { renderMeta: { ...renderMeta, streamCache }, serverHandoffStream: new ReadableStream<Uint8Array>() }
}

function read(result: { done: boolean; value: string }): DataPieces[number] {
  return Object.assign(Promise.resolve(), { result })
}

/** Faults are logged once, here. Requests that their sender gave up, and answers such as 404, are none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return
  if (isRouteErrorResponse(error) && error.status < 500) return
  context.log.error(
    {
      err: error,
      requestId: context.requestId,
      method: request.method,
      path: loggedPath(new URL(request.url).pathname),
    },
    'request failed',
  )
}
