import { redirect } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'

export const handle = { access: { level: 7 } } satisfies RouteHandle

export function loader() {
  return redirect('/admin/orders')
}
