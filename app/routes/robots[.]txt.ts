import type { LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { robotsText } from '~/storefront/robots'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader({ context: { env } }: LoaderFunctionArgs) {
  return new Response(robotsText(env.ORIGIN), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
