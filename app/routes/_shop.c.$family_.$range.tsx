import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findRangeBySlug } from '~/catalog/hierarchy-queries.server'
import { findCurrentSlug } from '~/catalog/slug-queries.server'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { listRange } from '~/search/list-range.server'
import { RangePage } from '~/search/range-page'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { listProductCards } from '~/shelf/card-queries.server'
import { inShort } from '~/storefront/in-short'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { findChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { findFitting } from '~/vehicles/find-fitting.server'
import { FittingNotice } from '~/vehicles/fitting-notice'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const { search, searchParams } = new URL(request.url)
  const { family: familySlug = '', range: slug = '' } = params

  const current = (await findCurrentSlug(context.db, 'range', slug)) ?? slug
  const range = await findRangeBySlug(context, current, language)
  if (!range) throw new Response(null, { status: 404 })
  const path = `/c/${range.family.slug}/${range.slug}`
  if (current !== slug || range.family.slug !== familySlug)
    throw redirect(localPath(language, path) + search, 301)

  const [{ shop }, { productIds, view }] = await Promise.all([
    readCachedSettings(context),
    listRange(context, { rangeId: range.id, params: searchParams, language }),
  ])
  if (view.page > view.pageCount) throw new Response(null, { status: 404 })

  const level = (await context.findAccount())?.level
  const mine = await findChosenVehicle(context, request)
  const t = translator(language)
  const title = t('search.range.title', { range: range.name })
  const isFirst = view.page === 1
  return {
    path,
    range: {
      slug: range.slug,
      name: range.name,
      description: isFirst ? range.description : '',
      family: range.family,
    },
    fitting: await findFitting(context.db, { rangeId: range.id, mine }),
    view,
    products: await listProductCards(context.db, { ids: productIds, language, level }),
    about: {
      title: isFirst ? title : t('search.range.page', { title, page: view.page }),
      description: inShort(
        t('search.range.description', { range: range.name, shop: shop.name, count: view.total }),
      ),
      canonicalPath: isFirst ? path : `${path}?page=${view.page}`,
      noindex: view.isFiltered || view.sort !== 'relevance' || view.total === 0,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function RangeRoute() {
  const { path, range, fitting, view, products } = useLoaderData<typeof loader>()
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={path}
        crumbs={[{ label: range.family.name, to: `/c/${range.family.slug}` }, { label: range.name }]}
      />
      <FittingNotice fitting={fitting} range={range} />
      <RangePage range={range} view={view} products={products} />
    </div>
  )
}
