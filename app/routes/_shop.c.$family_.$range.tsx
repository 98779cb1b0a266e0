import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { findRange } from '~/catalog/find-range.server'
import { changeTag } from '~/changes'
import { languageOf, localPath } from '~/i18n/language'
import type { RouteHandle } from '~/identity/access'
import { aboutRange } from '~/search/about-range.server'
import { groupCards } from '~/search/group-cards'
import { listRange } from '~/search/list-range.server'
import { parseVehicle } from '~/search/listing-filters'
import { RangePage } from '~/search/range-page'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { listProductCards } from '~/shelf/card-queries.server'
import { inShort } from '~/storefront/in-short'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { findChosenVehicle, findNamedVehicle } from '~/vehicles/chosen-vehicle.server'
import { FittingBar } from '~/vehicles/fitting-bar'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const { search, searchParams, pathname } = new URL(request.url)
  const { family: familySlug = '', range: slug = '' } = params

  const range = await findRange(context, slug, language)
  if (!range) throw new Response(null, { status: 404 })
  const path = `/c/${range.family.slug}/${range.slug}`
  if (range.slug !== slug || range.family.slug !== familySlug)
    throw redirect(localPath(language, path) + search, 301)

  const wanted = parseVehicle(searchParams)
  const [{ shop }, account, chosen, named] = await Promise.all([
    readCachedSettings(context),
    context.findAccount(),
    findChosenVehicle(context, request),
    typeof wanted === 'number' ? findNamedVehicle(context, request, wanted) : null,
  ])
  if (typeof wanted === 'number' && !named) throw new Response(null, { status: 404 })
  const mine = named ?? chosen

  const listing = await listRange(context, { rangeId: range.id, params: searchParams, language, mine })
  if (!listing.ok && listing.reason === 'no-such-page') throw new Response(null, { status: 404 })
  if (!listing.ok) throw redirect(pathname + listing.url)

  const { view, groups, checks, fitting, otherwise } = listing
  const ids = groups.flatMap(({ productIds }) => productIds)
  context.page.shows(changeTag.range(range.id))
  const cards = await listProductCards(context, { ids, language, level: account?.level, page: context.page })
  const vehicle = fitting && mine ? mine.vehicle : null
  const about = aboutRange({ range, vehicle, listing, shopName: shop.name, language })
  return {
    path,
    range: { slug: range.slug, name: range.name, family: range.family },
    intro: view.page === 1 ? range.description : '',
    vehicle,
    bar:
      mine && otherwise
        ? { vehicle: mine.vehicle, isMine: mine.vehicle.id === chosen?.vehicle.id, fitting, otherwise }
        : null,
    view,
    groups: groupCards(groups, cards),
    checks,
    about: { ...about, description: inShort(about.description) },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function RangeRoute() {
  const { path, bar, about: _, ...page } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const { range } = page
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={path}
        crumbs={[{ label: range.family.name, to: `/c/${range.family.slug}` }, { label: range.name }]}
      />
      <RangePage
        {...page}
        heading={range.name}
        bar={bar && <FittingBar {...bar} otherwise={pathname + bar.otherwise} />}
      />
    </div>
  )
}
