import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FamilyList } from '~/catalog/family-list'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import { changeTag } from '~/changes'
import { formatNumber } from '~/i18n/format'
import { languageOf } from '~/i18n/language'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { EmptyState } from '~/ui/empty-state'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const [{ shop }, families] = await Promise.all([
    readCachedSettings(context),
    listFamilies(context, language),
  ])
  context.page.shows(changeTag.productCounts)
  const t = translator(language)
  return {
    families,
    about: {
      title: t('catalog.catalog.title'),
      description: t('catalog.catalog.description', { shop: shop.name }),
      canonicalPath: '/catalog',
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function CatalogRoute() {
  const { families } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const language = useLanguage()
  const sum = (numbers: number[]) =>
    formatNumber(
      numbers.reduce((a, b) => a + b, 0),
      language,
    )
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail path="/catalog" crumbs={[{ label: t('catalog.catalog.title') }]} />
      <h1 className="mt-3 text-2xl sm:text-3xl">{t('catalog.catalog.title')}</h1>
      {families.length === 0 ? (
        <EmptyState title={t('catalog.catalog.empty')}>{t('catalog.catalog.emptyText')}</EmptyState>
      ) : (
        <>
          <p className="mt-1 mb-6 text-ink-soft">
            {t('catalog.catalog.text', {
              families: families.length,
              ranges: sum(families.map((family) => family.ranges.length)),
              products: sum(families.map((family) => family.productCount)),
            })}
          </p>
          <FamilyList families={families} />
        </>
      )}
    </div>
  )
}
