import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BrandIndex } from '~/catalog/brand-index'
import { listBrands } from '~/catalog/brand-queries.server'
import { changeTag } from '~/changes'
import { languageOf } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { EmptyState } from '~/ui/empty-state'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const [{ shop }, brands] = await Promise.all([readCachedSettings(context), listBrands(context)])
  context.page.shows(changeTag.productCounts)
  return {
    brands,
    about: {
      title: t('catalog.brands.heading'),
      description: t('catalog.brands.description', { count: brands.length, shop: shop.name }),
      canonicalPath: '/brands',
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function BrandsRoute() {
  const { brands } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail path="/brands" crumbs={[{ label: t('catalog.brands.title') }]} />
      <h1 className="mt-3 text-2xl sm:text-3xl">{t('catalog.brands.heading')}</h1>
      {brands.length === 0 ? (
        <EmptyState title={t('catalog.brands.empty')}>{t('catalog.brands.emptyText')}</EmptyState>
      ) : (
        <>
          <p className="mt-1 mb-6 text-ink-soft">{t('catalog.brands.text', { count: brands.length })}</p>
          <BrandIndex brands={brands} />
        </>
      )}
    </div>
  )
}
