import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBrands } from '~/catalog/brand-queries.server'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import { listNewestIds } from '~/catalog/product-queries.server'
import { changeTag } from '~/changes'
import { languageOf } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { listProductIdsOnSale } from '~/pricing/sale-queries.server'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { listProductCards } from '~/shelf/card-queries.server'
import { frontOf } from '~/storefront/front-of'
import { HomePage } from '~/storefront/home-page'
import { pageMeta } from '~/storefront/page-meta'
import { ShopData } from '~/storefront/structured-data'

export const handle = { access: 'public' } satisfies RouteHandle

const CARDS = 5

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const [{ shop }, families, brands, saleIds, newestIds] = await Promise.all([
    readCachedSettings(context),
    listFamilies(context, language),
    listBrands(context),
    listProductIdsOnSale(context, { limit: CARDS }),
    listNewestIds(context, { limit: CARDS }),
  ])
  const level = (await context.findAccount())?.level
  const { page } = context
  page.shows(changeTag.productCounts)
  const [onSale, newest] = await Promise.all([
    listProductCards(context, { ids: saleIds, language, level, page }),
    listProductCards(context, { ids: newestIds, language, level, page }),
  ])
  const t = translator(language)
  return {
    ...frontOf(families, brands),
    onSale,
    newest,
    about: {
      title: t('storefront.front.title'),
      description: t('storefront.front.description', { shop: shop.name }),
      canonicalPath: '/',
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function HomeRoute() {
  const { about: _, ...page } = useLoaderData<typeof loader>()
  return (
    <>
      <ShopData />
      <HomePage {...page} />
    </>
  )
}
