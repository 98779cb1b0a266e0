import type { MetaFunction } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { SamplesPage } from '~/storefront/samples-page'

export const handle = { access: 'development' } satisfies RouteHandle

export function loader() {
  return { title: 'Comptoir · ui' }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export default function UiRoute() {
  return <SamplesPage />
}
