import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { answerNotification, readRawBody } from '~/payments/answer-notification.server'

export const handle = { access: 'public' } satisfies RouteHandle

/** Paybox calls by GET with everything in the query, or by POST with the same text in the body. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const [, query = ''] = request.url.split(/\?(.*)/s)
  return answer(context, request, Buffer.from(query))
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'GET, POST' } })
  return answer(context, request, await readRawBody(request))
}

function answer(context: LoaderFunctionArgs['context'], request: Request, raw: Uint8Array | 'too-large') {
  return answerNotification(context, { gateway: 'paybox', raw, headers: request.headers, refusedWith: 403 })
}
