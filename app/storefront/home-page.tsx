import type { ReactNode } from 'react'
import type { Family } from '~/catalog/hierarchy-queries.server'
import { NameLinks } from '~/catalog/name-links'
import { type ProductCardFacts, ProductRow } from '~/catalog/product-card'
import { Tile } from '~/catalog/tile'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { ArrowRightIcon } from '~/ui/icons'
import { Hero, type HeroProps } from './home/hero'
import { Promises } from './home/promises'

export type HomePageProps = HeroProps & {
  families: readonly Pick<Family, 'id' | 'slug' | 'name' | 'image' | 'productCount'>[]
  onSale: readonly ProductCardFacts[]
  newest: readonly ProductCardFacts[]
  brands: readonly { slug: string; name: string; productCount: number }[]
}

export function HomePage({ families, onSale, newest, brands, ...hero }: HomePageProps) {
  const { t } = useTranslation()
  return (
    <>
      <Hero {...hero} />
      <Promises />
      <div className="page-width grid grid-cols-[minmax(0,1fr)] gap-12 py-10 lg:gap-16 lg:py-14">
        {onSale.length > 0 && (
          <Section id="sale" title={t('storefront.front.sale')}>
            <ProductRow products={onSale} />
          </Section>
        )}
        <Section
          id="families"
          title={t('storefront.front.families')}
          more={{ to: '/catalog', label: t('storefront.front.allFamilies') }}
        >
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4 xl:grid-cols-5">
            {families.map((family) => (
              <li key={family.id}>
                <Tile
                  to={`/c/${family.slug}`}
                  name={family.name}
                  image={family.image}
                  productCount={family.productCount}
                />
              </li>
            ))}
          </ul>
        </Section>
        {newest.length > 0 && (
          <Section id="newest" title={t('storefront.front.newest')}>
            <ProductRow products={newest} />
          </Section>
        )}
        {brands.length > 0 && (
          <Section
            id="brands"
            title={t('storefront.front.brands')}
            more={{ to: '/brands', label: t('storefront.front.allBrands') }}
          >
            <NameLinks links={brands.map(({ slug, name }) => ({ to: `/brands/${slug}`, name }))} />
          </Section>
        )}
        <Help />
      </div>
    </>
  )
}

function Section({
  id,
  title,
  more,
  children,
}: {
  id: string
  title: string
  more?: { to: string; label: string }
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id}>
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 sm:mb-6">
        <h2 id={id} className="text-xl sm:text-2xl">
          {title}
        </h2>
        {more && (
          <ShopLink
            to={more.to}
            className="inline-flex min-h-11 items-center gap-2 font-semibold text-accent underline-offset-4 hover:underline"
          >
            {more.label}
            <ArrowRightIcon size={18} />
          </ShopLink>
        )}
      </header>
      {children}
    </section>
  )
}

function Help() {
  const { t } = useTranslation()
  return (
    <section
      aria-labelledby="help"
      className="flex flex-col items-start gap-4 rounded-lg border border-accent-tint bg-accent-wash p-6 sm:flex-row sm:items-center sm:justify-between sm:gap-8 sm:p-8"
    >
      <div className="max-w-reading">
        <h2 id="help" className="text-xl">
          {t('storefront.front.help')}
        </h2>
        <p className="mt-1 text-ink-soft">{t('storefront.front.helpText')}</p>
      </div>
      <ButtonLink to="/legal/contact" variant="secondary">
        {t('storefront.front.helpLink')}
      </ButtonLink>
    </section>
  )
}
