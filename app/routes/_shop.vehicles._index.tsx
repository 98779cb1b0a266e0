import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeTag } from '~/changes'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { MakeIndex } from '~/vehicles/make-index'
import { pathOfChoice } from '~/vehicles/path-of-choice.server'
import { selectorSteps } from '~/vehicles/selector-steps.server'
import { listMakes } from '~/vehicles/vehicle-queries.server'
import { VehicleSelector } from '~/vehicles/vehicle-selector'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const chosenPath = await pathOfChoice(context.db, new URL(request.url).searchParams)
  if (chosenPath) throw redirect(localPath(language, chosenPath), 303)

  const t = translator(language)
  const [{ shop }, makes] = await Promise.all([readCachedSettings(context), listMakes(context)])
  context.page.shows(changeTag.all)
  return {
    makes,
    steps: selectorSteps(language, { makes, chosen: {} }),
    about: {
      title: t('vehicles.heading'),
      description: t('vehicles.description', { count: makes.length, shop: shop.name }),
      canonicalPath: '/vehicles',
      noindex: makes.length === 0,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function VehiclesRoute() {
  const { makes, steps } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail path="/vehicles" crumbs={[{ label: t('vehicles.title') }]} />
      <h1 className="mt-3 text-2xl sm:text-3xl">{t('vehicles.heading')}</h1>
      {makes.length === 0 ? (
        <EmptyState title={t('vehicles.empty')}>{t('vehicles.emptyText')}</EmptyState>
      ) : (
        <>
          <p className="mt-1 mb-6 max-w-reading text-ink-soft">{t('vehicles.text')}</p>
          <Card title={t('vehicles.selector.title')}>
            <VehicleSelector steps={steps} />
          </Card>
          <h2 className="mt-10 mb-4 text-xl">{t('vehicles.allMakes')}</h2>
          <MakeIndex makes={makes} />
        </>
      )}
    </div>
  )
}
