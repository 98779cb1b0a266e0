import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { languageOf, localPath } from '~/i18n/language'
import type { RouteHandle } from '~/identity/access'
import { forgetSession, readSessionId } from '~/identity/session-cookie.server'
import { endSession } from '~/identity/sessions.server'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(languageOf(request), '/'))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sessionId = await readSessionId(context.env, request.headers.get('cookie'))
  if (sessionId) await endSession(context, sessionId)
  return redirect(localPath(languageOf(request), '/'), {
    headers: { 'Set-Cookie': await forgetSession(context.env), 'Clear-Site-Data': '"cache"' },
  })
}
