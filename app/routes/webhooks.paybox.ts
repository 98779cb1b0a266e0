import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { answerNotification, type RawCall, readRawBody } from '~/payments/answer-notification.server'

export const handle = { access: 'public' } satisfies RouteHandle

/** Paybox calls by GET with everything in the query, or by POST with the same text in the body; never with both. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const hasBody = Number(request.headers.get('content-length') ?? 0) > 0
  const isBoth = hasBody || request.headers.has('transfer-encoding')
  return answer(context, request, isBoth ? 'ambiguous' : Buffer.from(queryOf(request)))
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'GET, POST' } })
  return answer(context, request, queryOf(request) === '' ? await readRawBody(request) : 'ambiguous')
}

function queryOf({ url }: Request): string {
  const [, query = ''] = url.split(/\?(.*)/s)
  return query
}

function answer(context: LoaderFunctionArgs['context'], request: Request, raw: RawCall) {
  return answerNotification(context, { gateway: 'paybox', raw, headers: request.headers })
}
