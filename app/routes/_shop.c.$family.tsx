import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FamilyPage } from '~/catalog/family-page'
import { findFamilyBySlug, listFamilyMenu } from '~/catalog/hierarchy-queries.server'
import { listSampleIds } from '~/catalog/product-queries.server'
import { changeTag } from '~/changes'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { listProductCards } from '~/shelf/card-queries.server'
import { inShort } from '~/storefront/in-short'
import { movedOrMissing } from '~/storefront/moved-or-missing.server'
import { pageMeta } from '~/storefront/page-meta'
import { Trail } from '~/storefront/trail'

export const handle = { access: 'public' } satisfies RouteHandle

const SAMPLES = 5

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { family: slug = '' } = params
  const language = languageOf(request)
  const family = await findFamilyBySlug(context, slug, language)
  if (!family) {
    const pathOf = (current: string) => localPath(language, `/c/${current}`)
    throw await movedOrMissing(context.db, { kind: 'family', slug, pathOf })
  }

  const [sampleIds, menu] = await Promise.all([
    listSampleIds(context.db, { familyId: family.id, limit: SAMPLES }),
    listFamilyMenu(context, language),
  ])
  const level = (await context.findAccount())?.level
  context.page.shows(changeTag.productCounts)
  const t = translator(language)
  return {
    family,
    samples: await listProductCards(context, { ids: sampleIds, language, level, page: context.page }),
    others: menu.filter((other) => other.slug !== family.slug),
    about: {
      title: t('catalog.family.title', { family: family.name }),
      description: inShort(
        t('catalog.family.description', {
          family: family.name,
          count: family.productCount,
          ranges: family.ranges
            .slice(0, 4)
            .map((range) => range.name)
            .join(', '),
        }),
      ),
      canonicalPath: `/c/${family.slug}`,
    },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export default function FamilyRoute() {
  const { family, samples, others } = useLoaderData<typeof loader>()
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail path={`/c/${family.slug}`} crumbs={[{ label: family.name }]} />
      <FamilyPage family={family} samples={samples} others={others} />
    </div>
  )
}
