import type { MetaFunction } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { FormSamples } from '~/storefront/samples/form-samples'
import { PageSamples } from '~/storefront/samples/page-samples'
import { TokenSamples } from '~/storefront/samples/token-samples'
import { WordSamples } from '~/storefront/samples/word-samples'

export const handle = { access: 'development' } satisfies RouteHandle

export function loader() {
  return { title: 'Comptoir · ui' }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export default function UiRoute() {
  return (
    <main id="content" className="page-width grid gap-14 py-10">
      <h1 className="text-3xl">Comptoir, ui</h1>
      <TokenSamples />
      <WordSamples />
      <FormSamples />
      <PageSamples />
    </main>
  )
}
