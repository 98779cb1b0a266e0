import type { ActionFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { answerNotification, readRawBody } from '~/payments/answer-notification.server'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader() {
  return new Response(null, { status: 405, headers: { allow: 'POST' } })
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } })
  return answerNotification(context, {
    gateway: 'stripe',
    raw: await readRawBody(request),
    headers: request.headers,
  })
}
