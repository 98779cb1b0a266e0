import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFamilyMenu } from '~/catalog/hierarchy-queries.server'
import { languageOf } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { refusedWith } from '~/platform/refused-with'
import { groupCards } from '~/search/group-cards'
import { SearchPage } from '~/search/search-page'
import { searchShop } from '~/search/search-shop.server'
import { listProductCards } from '~/shelf/card-queries.server'
import { pageMeta } from '~/storefront/page-meta'
import { findChosenVehicle } from '~/vehicles/chosen-vehicle.server'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const params = new URL(request.url).searchParams
  const allowance = params.has('q') ? await context.limits.take('search', context.clientIp) : null
  if (allowance && !allowance.ok)
    throw data({ retryAfterSeconds: allowance.retryAfterSeconds }, refusedWith(allowance))

  const [found, families] = await Promise.all([
    searchShop(context, {
      params,
      language,
      findMine: () => findChosenVehicle(context, request),
    }),
    listFamilyMenu(context, language),
  ])
  const level = (await context.findAccount())?.level
  const t = translator(language)
  const description = t('search.page.description')
  // Without words it is an empty form, with them what somebody asked.
  const noindex = true
  if (!found)
    return { answer: null, families, about: { title: t('search.page.title'), description, noindex } }
  const about = (subject: string) => ({
    title: t('search.page.titleFor', { query: subject }),
    description,
    noindex,
  })
  if (found.kind === 'vehicle-alone') return { answer: found, families, about: about(found.query) }
  if (found.view.total > 0 && found.view.page > found.view.pageCount)
    throw new Response(null, { status: 404 })

  if (found.kind === 'vehicle') {
    const ids = found.groups.flatMap(({ productIds }) => productIds)
    const cards = await listProductCards(context, { ids, language, level })
    return {
      answer: { ...found, groups: groupCards(found.groups, cards) },
      families,
      about: { ...about(found.view.query), title: found.heading },
    }
  }
  const { view, hits, total, reference, isLoose, degraded } = found
  const ids = hits.map((hit) => hit.productId)
  const answer = {
    kind: found.kind,
    view,
    total,
    reference,
    isLoose,
    names: Object.fromEntries(hits.map(({ productId, name }) => [productId, name])),
    products: await listProductCards(context, { ids, language, level }),
  }
  return data(
    { answer, families, about: about(view.query) },
    degraded ? { headers: { 'x-search': 'degraded' } } : undefined,
  )
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function SearchRoute() {
  const { answer, families } = useLoaderData<typeof loader>()
  return (
    <div className="page-width py-4 sm:py-6">
      <SearchPage answer={answer} families={families} />
    </div>
  )
}
