import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeTag } from '~/changes'
import { languageOf } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { Card } from '~/ui/card'
import { ModelList } from '~/vehicles/model-list'
import { selectorSteps } from '~/vehicles/selector-steps.server'
import { findMake, listMakes, listModels } from '~/vehicles/vehicle-queries.server'
import { VehicleSelector } from '~/vehicles/vehicle-selector'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reads: db } = context
  const language = languageOf(request)
  const make = await findMake(db, params.make ?? '')
  if (!make) throw new Response(null, { status: 404 })

  const [makes, models] = await Promise.all([listMakes(context), listModels(db, make.id)])
  const t = translator(language)
  context.page.shows(changeTag.all)
  return {
    make,
    models,
    steps: selectorSteps(language, { makes, models, chosen: { make: make.slug } }),
    about: {
      title: t('vehicles.make.title', { make: make.name }),
      description: t('vehicles.make.description', { make: make.name, count: models.length }),
      canonicalPath: `/vehicles/${make.slug}`,
      noindex: models.length === 0,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function MakeRoute() {
  const { make, models, steps } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={`/vehicles/${make.slug}`}
        crumbs={[{ label: t('vehicles.title'), to: '/vehicles' }, { label: make.name }]}
      />
      <h1 className="mt-3 mb-6 text-2xl sm:text-3xl">{t('vehicles.make.heading', { make: make.name })}</h1>
      <Card title={t('vehicles.selector.title')}>
        <VehicleSelector steps={steps} />
      </Card>
      <h2 className="mt-10 mb-4 text-xl">{t('vehicles.make.models', { make: make.name })}</h2>
      <ModelList make={make} models={models} />
    </div>
  )
}
