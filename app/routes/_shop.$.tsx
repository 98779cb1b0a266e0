import type { RouteHandle } from '~/identity/access'

export const handle = { access: 'public' } satisfies RouteHandle

/** No other route knows this path. The layout of the shop shows the page for it. */
export function loader(): null {
  throw new Response(null, { status: 404 })
}

export const action = loader

export default function UnknownPageRoute() {
  return null
}
