import type { ProductCardFacts } from '~/catalog/product-card'
import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FilteredOut } from './filtered-out'
import { Listing } from './listing'
import type { ListingView } from './listing-view.server'

type RangePageProps = {
  range: { name: string; description: string; family: { slug: string; name: string } }
  view: ListingView
  products: readonly ProductCardFacts[]
}

export function RangePage({ range, view, products }: RangePageProps) {
  const { t } = useTranslation()
  const { family } = range
  return (
    <>
      <h1 className="mt-3 text-2xl sm:text-3xl">{range.name}</h1>
      {range.description && <p className="mt-2 max-w-reading text-ink-soft">{range.description}</p>}
      {view.total === 0 && !view.isFiltered ? (
        <EmptyState
          title={t('search.range.empty')}
          actions={
            <ButtonLink to={`/c/${family.slug}`}>
              {t('search.range.seeFamily', { family: family.name })}
            </ButtonLink>
          }
        >
          {t('search.range.emptyText', { family: family.name })}
        </EmptyState>
      ) : (
        <Listing view={view} products={products} empty={<FilteredOut view={view} />} />
      )}
    </>
  )
}
