import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeTag } from '~/changes'
import { languageOf } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { findChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { listFittingRanges } from '~/vehicles/fitment-queries.server'
import { typeLabel } from '~/vehicles/type-label'
import { TypePage } from '~/vehicles/type-page'
import { vehicleName, vehiclePath } from '~/vehicles/vehicle-name'
import { findVehicle } from '~/vehicles/vehicle-queries.server'
import { yearsBuilt } from '~/vehicles/years-built'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { make = '', model = '', type = '' } = params
  const language = languageOf(request)
  const vehicle = await findVehicle(context.db, { make, model, type })
  if (!vehicle) throw new Response(null, { status: 404 })

  const [mine, ranges] = await Promise.all([
    findChosenVehicle(context, request),
    listFittingRanges(context.db, { typeId: vehicle.id, language }),
  ])
  const t = translator(language)
  context.page.shows(changeTag.fitments)
  return {
    vehicle,
    ranges,
    isMine: mine?.vehicle.id === vehicle.id,
    about: {
      title: t('vehicles.type.title', {
        name: `${vehicle.make.name} ${vehicle.model.name} ${typeLabel(t, vehicle)}`,
      }),
      description: t('vehicles.type.description', {
        name: vehicleName(vehicle),
        years: yearsBuilt(t, vehicle),
        count: ranges.reduce((sum, range) => sum + range.productCount, 0),
      }),
      canonicalPath: vehiclePath(vehicle),
      noindex: ranges.length === 0,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function TypeRoute() {
  const { vehicle, ranges, isMine } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const { make, model } = vehicle
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={vehiclePath(vehicle)}
        crumbs={[
          { label: t('vehicles.title'), to: '/vehicles' },
          { label: make.name, to: `/vehicles/${make.slug}` },
          { label: model.name, to: `/vehicles/${make.slug}/${model.slug}` },
          { label: vehicle.name },
        ]}
      />
      <TypePage vehicle={vehicle} ranges={ranges} isMine={isMine} />
    </div>
  )
}
