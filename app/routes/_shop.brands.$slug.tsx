import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BrandPage } from '~/catalog/brand-page'
import { findBrandBySlug, listBrandProductIds, listBrandRanges } from '~/catalog/brand-queries.server'
import { pageNumber } from '~/catalog/page-number'
import { changeTag } from '~/changes'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { listProductCards } from '~/shelf/card-queries.server'
import { movedOrMissing } from '~/storefront/moved-or-missing.server'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'

export const handle = { access: 'public' } satisfies RouteHandle

const PER_PAGE = 20

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, reads } = context
  const { slug = '' } = params
  const language = languageOf(request)
  const brand = await findBrandBySlug(db, slug)
  if (!brand) {
    const pathOf = (current: string) => localPath(language, `/brands/${current}`)
    throw await movedOrMissing(db, { kind: 'brand', slug, pathOf })
  }

  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  const [{ shop }, found, ranges] = await Promise.all([
    readCachedSettings(context),
    listBrandProductIds(reads, { brandId: brand.id, page, perPage: PER_PAGE }),
    listBrandRanges(reads, { brandId: brand.id, language }),
  ])
  const pageCount = Math.max(1, Math.ceil(found.total / PER_PAGE))
  if (page > pageCount) throw new Response(null, { status: 404 })

  const level = (await context.findAccount())?.level
  context.page.shows(changeTag.brand(brand.id))
  const t = translator(language)
  const title = t('catalog.brand.title', { brand: brand.name })
  return {
    brand,
    ranges,
    page,
    pageCount,
    total: found.total,
    products: await listProductCards(context, { ids: found.ids, language, level, page: context.page }),
    about: {
      title: page === 1 ? title : t('catalog.brand.page', { title, page }),
      description: t('catalog.brand.description', {
        brand: brand.name,
        shop: shop.name,
        count: found.total,
      }),
      canonicalPath: page === 1 ? `/brands/${brand.slug}` : `/brands/${brand.slug}?page=${page}`,
      noindex: found.total === 0,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function BrandRoute() {
  const { about: _, ...page } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const path = `/brands/${page.brand.slug}`
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={path}
        crumbs={[{ label: t('catalog.brands.title'), to: '/brands' }, { label: page.brand.name }]}
      />
      <BrandPage {...page} />
    </div>
  )
}
