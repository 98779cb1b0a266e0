import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type ProductCardFacts, ProductGrid } from '~/catalog/product-card'
import { useTranslation } from '~/i18n/translation'
import { classNames } from '~/ui/class-names'
import { Pagination } from '~/ui/pagination'
import type { FitGroup } from '~/vehicles/fit-groups'
import { AppliedFilters } from './applied-filters'
import { FacetForm } from './facet-form'
import type { ListingView } from './listing-view.server'
import { SortField } from './sort-field'
import { useListingUrl } from './use-listing-url'

export type ListedGroup = { group: FitGroup | null; products: readonly ProductCardFacts[] }

type ListingProps = {
  view: ListingView
  /** One group, or several that stand differently to the shopper's vehicle. */
  groups: readonly ListedGroup[]
  /** How a product's name is written on its card, where it is not plain. */
  nameOf?: (product: ProductCardFacts) => ReactNode
  noteOf?: (product: ProductCardFacts) => ReactNode
  /** Shown in the place of products when there are none. */
  empty: ReactNode
}

/** A faceted listing: filters, sort, what is filtered by, products, pages. All of it links and one plain form. */
export function Listing({ view, groups, nameOf, noteOf, empty }: ListingProps) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { isPending } = useListingUrl()
  const pageAddress = (page: number) => {
    if (page === 1) return view.firstPage
    if (page > view.lastNumbered) return (page > view.page ? view.beyond.next : view.beyond.previous) ?? ''
    return `${view.firstPage || '?'}${view.firstPage && '&'}page=${page}`
  }

  return (
    <div className="mt-4 grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-2 [grid-template-areas:'facets_sort''count_count''products_products'] lg:mt-6 lg:grid-cols-[15rem_1fr_auto] lg:grid-rows-[auto_1fr] lg:gap-x-8 lg:[grid-template-areas:'facets_count_sort''facets_products_products']">
      <div className="[grid-area:facets]">
        <FacetForm view={view} />
      </div>
      <p role="status" className="self-center text-sm text-ink-soft tabular-nums [grid-area:count]">
        {t('search.count', { count: view.total })}
      </p>
      <div className="[grid-area:sort]">
        <SortField sort={view.sort} />
      </div>
      <section
        aria-labelledby="results"
        aria-busy={isPending || undefined}
        className="min-w-0 [grid-area:products]"
      >
        <h2 id="results" className="sr-only">
          {t('search.results')}
        </h2>
        <AppliedFilters view={view} />
        <div className={classNames('transition-opacity duration-150', isPending && 'opacity-50')}>
          {groups.length === 0 && empty}
          {groups.map(({ group, products }, index) => (
            <Group key={group} group={group}>
              <ProductGrid products={products} eager={index === 0 ? 2 : 0} nameOf={nameOf} noteOf={noteOf} />
            </Group>
          ))}
        </div>
        <div className="mt-8">
          <Pagination
            page={view.page}
            pageCount={view.pageCount}
            lastNumbered={view.lastNumbered}
            hrefOf={(page) => pathname + pageAddress(page)}
          />
        </div>
      </section>
    </div>
  )
}

/** Products that stand alike to the shopper's vehicle, under the words for it. */
function Group({ group, children }: { group: FitGroup | null; children: ReactNode }) {
  const { t } = useTranslation()
  if (!group) return children
  return (
    <section aria-labelledby={`group-${group}`} className="not-first:mt-10">
      <h3 id={`group-${group}`} className="text-lg">
        {t(`vehicles.range.${group}`)}
      </h3>
      {group !== 'fits' && (
        <p className="mt-1 max-w-reading text-sm text-ink-soft">{t(`vehicles.range.${group}Text`)}</p>
      )}
      <div className="mt-3">{children}</div>
    </section>
  )
}
