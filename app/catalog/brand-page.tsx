import { useLocalPath } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import { NameLinks } from './name-links'
import { type ProductCardFacts, ProductGrid } from './product-card'

type BrandPageProps = {
  brand: { slug: string; name: string }
  ranges: readonly { slug: string; familySlug: string; name: string; productCount: number }[]
  products: readonly ProductCardFacts[]
  total: number
  page: number
  pageCount: number
}

export function BrandPage({ brand, ranges, products, total, page, pageCount }: BrandPageProps) {
  const { t } = useTranslation()
  const localPath = useLocalPath()
  const path = localPath(`/brands/${brand.slug}`)
  return (
    <>
      <header className="mt-3 flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-2xl sm:text-3xl">{brand.name}</h1>
        <p className="text-ink-faint tabular-nums">{t('catalog.count', { count: total })}</p>
      </header>
      {total === 0 ? (
        <EmptyState
          title={t('catalog.brand.empty', { brand: brand.name })}
          actions={<ButtonLink to="/brands">{t('catalog.brands.heading')}</ButtonLink>}
        >
          {t('catalog.brand.emptyText')}
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="ranges" className="mt-4 mb-6">
            <h2 id="ranges" className="mb-2 text-sm font-semibold text-ink-soft">
              {t('catalog.brand.ranges')}
            </h2>
            <NameLinks
              links={ranges.map((range) => ({
                to: `/c/${range.familySlug}/${range.slug}?brand=${brand.slug}`,
                name: range.name,
                count: range.productCount,
              }))}
            />
          </section>
          <ProductGrid products={products} headingLevel="h2" eager={2} />
          <div className="mt-8">
            <Pagination
              page={page}
              pageCount={pageCount}
              hrefOf={(to) => (to === 1 ? path : `${path}?page=${to}`)}
            />
          </div>
        </>
      )}
    </>
  )
}
