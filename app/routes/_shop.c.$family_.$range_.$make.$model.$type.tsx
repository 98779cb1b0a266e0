import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findRange } from '~/catalog/find-range.server'
import { changeTag } from '~/changes'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import type { RouteHandle } from '~/identity/access'
import { aboutRange } from '~/search/about-range.server'
import { groupCards } from '~/search/group-cards'
import { listRange } from '~/search/list-range.server'
import { RangePage } from '~/search/range-page'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { listProductCards } from '~/shelf/card-queries.server'
import { inShort } from '~/storefront/in-short'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { findChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { FittingBar } from '~/vehicles/fitting-bar'
import { fittingPath, vehicleName, vehiclePath } from '~/vehicles/vehicle-name'
import { findVehicle } from '~/vehicles/vehicle-queries.server'
import { WaysOn } from '~/vehicles/ways-on'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { family = '', range: slug = '', make = '', model = '', type = '' } = params
  const { search, searchParams, pathname } = new URL(request.url)
  const language = languageOf(request)

  const [range, vehicle] = await Promise.all([
    findRange(context, slug, language),
    findVehicle(context.reads, { make, model, type }),
  ])
  if (!range || !vehicle) throw new Response(null, { status: 404 })
  const path = fittingPath(range, vehicle)
  if (range.slug !== slug || range.family.slug !== family)
    throw redirect(localPath(language, path) + search, 301)

  const [{ shop }, account, chosen] = await Promise.all([
    readCachedSettings(context),
    context.findAccount(),
    findChosenVehicle(context, request),
  ])
  const isMine = chosen?.vehicle.id === vehicle.id
  const listing = await listRange(context, {
    rangeId: range.id,
    params: searchParams,
    language,
    mine: { vehicle, known: isMine ? chosen.known : {} },
    isVehicleInPath: true,
  })
  if (!listing.ok && listing.reason === 'no-such-page') throw new Response(null, { status: 404 })
  if (!listing.ok) throw redirect(pathname + listing.url)
  if (!listing.fitting) throw new Response(null, { status: 404 })

  const { view, groups, checks, fitting } = listing
  const ids = groups.flatMap(({ productIds }) => productIds)
  context.page.shows(changeTag.fitments, changeTag.range(range.id))
  const cards = await listProductCards(context, { ids, language, level: account?.level, page: context.page })
  const about = aboutRange({ range, vehicle, listing, shopName: shop.name, language })
  return {
    range: { slug: range.slug, name: range.name, family: range.family },
    vehicle,
    isMine,
    fitting,
    view,
    groups: groupCards(groups, cards),
    checks,
    about: { ...about, description: inShort(about.description) },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function FittingRoute() {
  const { about: _, isMine, fitting, ...page } = useLoaderData<typeof loader>()
  const { range, vehicle } = page
  const { t } = useTranslation()
  const rangePath = `/c/${range.family.slug}/${range.slug}`
  const name = vehicleName(vehicle)
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={fittingPath(range, vehicle)}
        crumbs={[
          { label: range.family.name, to: `/c/${range.family.slug}` },
          { label: range.name, to: rangePath },
          { label: name, to: vehiclePath(vehicle) },
        ]}
      />
      <RangePage
        {...page}
        heading={t('vehicles.range.heading', { range: range.name, vehicle: name })}
        bar={
          <>
            <FittingBar
              vehicle={vehicle}
              isMine={isMine}
              fitting={fitting}
              otherwise={`${rangePath}?vehicle=all`}
            />
            <WaysOn vehicle={vehicle} isMine={isMine} />
          </>
        }
      />
    </div>
  )
}
