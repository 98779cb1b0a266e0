import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findRangeBySlug } from '~/catalog/hierarchy-queries.server'
import { pageNumber } from '~/catalog/page-number'
import { findCurrentSlug } from '~/catalog/slug-queries.server'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { listProductCards } from '~/shelf/card-queries.server'
import { inShort } from '~/storefront/in-short'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { findChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { countInRange } from '~/vehicles/fitment-queries.server'
import { FittingPage } from '~/vehicles/fitting-page'
import { countFitting, FITTING_GROUPS, listFitting } from '~/vehicles/fitting-queries.server'
import { fittingPath, vehicleName, vehiclePath } from '~/vehicles/vehicle-name'
import { findVehicle } from '~/vehicles/vehicle-queries.server'
import { yearsBuilt } from '~/vehicles/years-built'

export const handle = { access: 'public' } satisfies RouteHandle

const PER_PAGE = 24

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const { family = '', range: slug = '', make = '', model = '', type = '' } = params
  const { search, searchParams } = new URL(request.url)
  const language = languageOf(request)

  const current = (await findCurrentSlug(db, 'range', slug)) ?? slug
  const [range, vehicle] = await Promise.all([
    findRangeBySlug(context, current, language),
    findVehicle(db, { make, model, type }),
  ])
  if (!range || !vehicle) throw new Response(null, { status: 404 })
  const path = fittingPath(range, vehicle)
  if (current !== slug || range.family.slug !== family)
    throw redirect(localPath(language, path) + search, 301)

  const asked = { rangeId: range.id, typeId: vehicle.id }
  const page = pageNumber(searchParams.get('page'))
  const [mine, counts, total, listed] = await Promise.all([
    findChosenVehicle(context, request),
    countFitting(db, asked),
    countInRange(db, range.id),
    listFitting(db, { ...asked, limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
  ])
  const found = counts.fits + counts.check + counts.universal
  const pageCount = Math.max(1, Math.ceil(found / PER_PAGE))
  if (page > pageCount) throw new Response(null, { status: 404 })

  const cards = await listProductCards(db, { ids: listed.map(({ productId }) => productId), language })
  const groupOf = new Map(listed.map(({ productId, group }) => [productId, group]))
  const groups = FITTING_GROUPS.map((group) => ({
    group,
    products: cards.filter(({ id }) => groupOf.get(id) === group),
  })).filter(({ products }) => products.length > 0)

  const t = translator(language)
  const title = t('vehicles.range.title', { range: range.name, vehicle: vehicleName(vehicle) })
  return {
    vehicle,
    range: {
      slug: range.slug,
      name: range.name,
      family: { slug: range.family.slug, name: range.family.name },
    },
    isMine: mine?.vehicle.id === vehicle.id,
    counts,
    total,
    groups,
    page,
    pageCount,
    about: {
      title: page === 1 ? title : t('vehicles.range.page', { title, page }),
      description: inShort(
        t('vehicles.range.description', {
          range: range.name,
          vehicle: vehicleName(vehicle),
          years: yearsBuilt(t, vehicle),
          count: counts.fits + counts.check,
        }),
      ),
      canonicalPath: page === 1 ? path : `${path}?page=${page}`,
      noindex: counts.fits + counts.check === 0,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function FittingRoute() {
  const { about: _, ...found } = useLoaderData<typeof loader>()
  const { range, vehicle } = found
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={fittingPath(range, vehicle)}
        crumbs={[
          { label: range.family.name, to: `/c/${range.family.slug}` },
          { label: range.name, to: `/c/${range.family.slug}/${range.slug}` },
          { label: vehicleName(vehicle), to: vehiclePath(vehicle) },
        ]}
      />
      <FittingPage {...found} />
    </div>
  )
}
