import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeTag } from '~/changes'
import { languageOf } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import type { RouteHandle } from '~/identity/access'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { LegalArticle } from '~/storefront/legal-article'
import { findLegalText, listLegalPages } from '~/storefront/legal-pages.server'
import { pageMeta } from '~/storefront/page-meta'
import { Breadcrumbs } from '~/ui/breadcrumbs'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const { shop } = await readCachedSettings(context)
  const text = findLegalText(params.page ?? '', language, shop)
  if (!text) throw new Response(null, { status: 404 })
  context.page.shows(changeTag.all)
  return { text, pages: listLegalPages(language, shop), page: params.page }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, args.data && { ...args.data.text, canonicalPath: `/legal/${args.data.page}` })

export default function LegalRoute() {
  const { text, pages, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page-width py-6">
      <Breadcrumbs crumbs={[{ label: t('storefront.home'), to: '/' }, { label: text.title }]} />
      <LegalArticle text={text} pages={pages} current={page} />
    </div>
  )
}
