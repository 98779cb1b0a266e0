import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import type { Family } from './hierarchy-queries.server'
import { NameLinks } from './name-links'
import { type ProductCardFacts, ProductRow } from './product-card'
import { Tile } from './tile'

type FamilyPageProps = {
  family: Pick<Family, 'slug' | 'name' | 'description' | 'productCount' | 'ranges'>
  samples: readonly ProductCardFacts[]
  others: readonly { slug: string; name: string }[]
}

export function FamilyPage({ family, samples, others }: FamilyPageProps) {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="mt-3 text-2xl sm:text-3xl">{family.name}</h1>
      {family.description && <p className="mt-2 max-w-reading text-ink-soft">{family.description}</p>}
      {family.ranges.length === 0 ? (
        <EmptyState
          title={t('catalog.family.empty')}
          actions={<ButtonLink to="/catalog">{t('catalog.catalog.title')}</ButtonLink>}
        >
          {t('catalog.family.emptyText')}
        </EmptyState>
      ) : (
        <section aria-labelledby="ranges" className="mt-6">
          <header className="mb-4 flex items-baseline gap-3">
            <h2 id="ranges" className="text-xl">
              {t('catalog.family.ranges')}
            </h2>
            <p className="text-sm text-ink-faint tabular-nums">
              {t('catalog.rangeCount', { count: family.ranges.length })} ·{' '}
              {t('catalog.count', { count: family.productCount })}
            </p>
          </header>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4 xl:grid-cols-5">
            {family.ranges.map((range, index) => (
              <li key={range.id}>
                <Tile
                  to={`/c/${family.slug}/${range.slug}`}
                  name={range.name}
                  image={range.image}
                  productCount={range.productCount}
                  priority={index < 2}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {samples.length > 0 && (
        <section aria-labelledby="samples" className="mt-10">
          <h2 id="samples" className="mb-4 text-xl">
            {t('catalog.family.popular')}
          </h2>
          <ProductRow products={samples} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others" className="mt-10">
          <h2 id="others" className="mb-4 text-xl">
            {t('catalog.family.others')}
          </h2>
          <NameLinks links={others.map(({ slug, name }) => ({ to: `/c/${slug}`, name }))} />
        </section>
      )}
    </>
  )
}
