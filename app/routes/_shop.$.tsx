import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { languageOf } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'public' } satisfies RouteHandle

/** No other route knows this address. The frame of the shop shows the page for it. */
export function loader({ request }: LoaderFunctionArgs): { title: string } {
  const t = translator(languageOf(request))
  throw new Response(t('ui.page.notFound.title'), { status: 404 })
}

export function action() {
  throw new Response(null, { status: 404 })
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, undefined)

export default function UnknownPageRoute() {
  return null
}
