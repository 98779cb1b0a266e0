import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NameLinks } from '~/catalog/name-links'
import { findProductBySlug } from '~/catalog/product-queries.server'
import { changeTag } from '~/changes'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { movedOrMissing } from '~/storefront/moved-or-missing.server'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'
import { CompatibleVehicles } from '~/vehicles/compatible-vehicles'
import { listCompatibleVehicles } from '~/vehicles/compatible-vehicles.server'
import { listCompatibleMakes } from '~/vehicles/fitment-queries.server'

export const handle = { access: 'public' } satisfies RouteHandle

/** All the vehicles a product fits, one make at a time. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = '' } = params
  const language = languageOf(request)
  const product = await findProductBySlug(context, slug, language)
  if (!product) {
    const pathOf = (current: string) => localPath(language, `/p/${current}/vehicles`)
    throw await movedOrMissing(context.db, { kind: 'product', slug, pathOf })
  }

  const makes = await listCompatibleMakes(context.reads, product.id)
  const wanted = new URL(request.url).searchParams.get('make')
  const make = makes.find((one) => one.slug === wanted) ?? makes[0]
  if (!make) throw new Response(null, { status: 404 })
  context.page.shows(changeTag.product(product.id), changeTag.fitments)
  const t = translator(language)
  const count = makes.reduce((sum, one) => sum + one.count, 0)
  return {
    product: { name: product.name, slug: product.slug },
    makes,
    vehicles: await listCompatibleVehicles(context.reads, { productId: product.id, make, language }),
    about: {
      title: t('vehicles.compatible.heading', { product: product.name }),
      description: t('vehicles.compatible.description', { product: product.name, count }),
      // What can be found by a vehicle has a page per range and vehicle.
      noindex: true,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function CompatibleVehiclesRoute() {
  const { product, makes, vehicles } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const path = `/p/${product.slug}/vehicles`
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={path}
        crumbs={[
          { label: product.name, to: `/p/${product.slug}` },
          { label: t('vehicles.compatible.title') },
        ]}
      />
      <h1 className="mt-3 mb-6 text-2xl sm:text-3xl">
        {t('vehicles.compatible.heading', { product: product.name })}
      </h1>
      <nav aria-label={t('vehicles.compatible.makes')}>
        <NameLinks
          links={makes.map(({ slug, name, count }) => ({ to: `${path}?make=${slug}`, name, count }))}
        />
      </nav>
      <CompatibleVehicles {...vehicles} all={path} />
    </div>
  )
}
