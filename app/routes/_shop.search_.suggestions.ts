import type { LoaderFunctionArgs } from '@remix-run/node'
import { languageOf } from '~/i18n/language'
import type { RouteHandle } from '~/identity/access'
import { suggest } from '~/search/suggest.server'

export const handle = { access: 'public' } satisfies RouteHandle

const HEADERS = { 'Cache-Control': 'private, max-age=60' }

/** JSON for the search box while somebody types. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('q')
  return Response.json(await suggest(context, { typed, language: languageOf(request) }), { headers: HEADERS })
}
