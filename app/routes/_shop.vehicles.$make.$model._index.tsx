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
import { selectorSteps } from '~/vehicles/selector-steps.server'
import { TypeList } from '~/vehicles/type-list'
import { findModel, listMakes, listModels, listTypes } from '~/vehicles/vehicle-queries.server'
import { VehicleSelector } from '~/vehicles/vehicle-selector'
import { yearsBuilt } from '~/vehicles/years-built'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reads: db } = context
  const language = languageOf(request)
  const model = await findModel(db, { make: params.make ?? '', model: params.model ?? '' })
  if (!model) throw new Response(null, { status: 404 })

  const [makes, models, types] = await Promise.all([
    listMakes(context),
    listModels(db, model.make.id),
    listTypes(db, model.id),
  ])
  const t = translator(language)
  const about = {
    name: `${model.make.name} ${model.name}`,
    years: yearsBuilt(t, model),
    count: types.length,
  }
  context.page.shows(changeTag.all)
  return {
    model,
    types,
    steps: selectorSteps(language, {
      makes,
      models,
      types,
      chosen: { make: model.make.slug, model: model.slug },
    }),
    about: {
      title: t('vehicles.model.title', about),
      description: t('vehicles.model.description', about),
      canonicalPath: `/vehicles/${model.make.slug}/${model.slug}`,
      noindex: types.length === 0,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function ModelRoute() {
  const { model, types, steps } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const { make } = model
  const path = `/vehicles/${make.slug}/${model.slug}`
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={path}
        crumbs={[
          { label: t('vehicles.title'), to: '/vehicles' },
          { label: make.name, to: `/vehicles/${make.slug}` },
          { label: model.name },
        ]}
      />
      <header className="mt-3 mb-6 flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-2xl sm:text-3xl">
          {t('vehicles.model.heading', { name: `${make.name} ${model.name}` })}
        </h1>
        <p className="text-ink-faint tabular-nums">{yearsBuilt(t, model)}</p>
      </header>
      <Card title={t('vehicles.selector.title')}>
        <VehicleSelector steps={steps} />
      </Card>
      <h2 className="mt-10 mb-4 text-xl">{t('vehicles.model.types')}</h2>
      <TypeList path={path} types={types} />
    </div>
  )
}
