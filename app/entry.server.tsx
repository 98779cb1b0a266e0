import { Writable } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { languageOfPath } from './i18n/language'
import { TranslationProvider } from './i18n/translation'
import { translatorThatListens } from './i18n/translator.server'
import { DocumentMarksContext } from './ui/document-marks'

/** Remix gives up on deferred data after this time; the rendering is cut a little later. */
export const streamTimeout = 5_000
const RENDER_DEADLINE_MS = streamTimeout + 1_000

/** Sends a page whole: no loader defers anything, and a page in pieces costs twice as much to draw. */
export default function answerWithPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce: nonce, requestId, log }: AppLoadContext,
): Promise<Response> {
  const { pathname } = new URL(request.url)

  return new Promise((resolve, reject) => {
    let hasShell = false
    let failed = false

    const { pipe, abort } = renderToPipeableStream(
      <DocumentMarksContext.Provider value={{ nonce, requestId, pathname }}>
        <TranslationProvider {...translatorThatListens(languageOfPath(pathname))}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </TranslationProvider>
      </DocumentMarksContext.Provider>,
      {
        nonce,
        onShellReady() {
          hasShell = true
        },
        onAllReady() {
          clearTimeout(deadline)
          pipe(
            collect((html) => {
              headers.set('Content-Type', 'text/html; charset=utf-8')
              resolve(new Response(html, { headers, status: failed ? 500 : status }))
            }),
          )
        },
        onShellError(error) {
          clearTimeout(deadline)
          reject(error)
        },
        onError(error: unknown) {
          failed = true
          // Before the shell stands, onShellError rejects and the error is logged by whoever catches it.
          if (hasShell && !request.signal.aborted)
            log.error({ err: error, requestId }, 'page broke while rendering')
        },
      },
    )
    const deadline = setTimeout(abort, RENDER_DEADLINE_MS)
  })
}

/** Gathers what React writes piece by piece. */
function collect(onWhole: (html: Buffer<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = []
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece)
      done()
    },
    final(done) {
      onWhole(Buffer.concat(pieces))
      done()
    },
  })
}

/** Faults are logged once, here. Requests that their sender gave up, and answers such as 404, are none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return
  if (isRouteErrorResponse(error) && error.status < 500) return
  context.log.error(
    { err: error, requestId: context.requestId, method: request.method, path: new URL(request.url).pathname },
    'request failed',
  )
}
