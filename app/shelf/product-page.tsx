import type { ReactNode } from 'react'
import { type ProductCardFacts, ProductRow } from '~/catalog/product-card'
import type { ProductContent } from '~/catalog/product-queries.server'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { ArrowRightIcon } from '~/ui/icons'
import { BuyPanel, type BuyPanelProps } from './product/buy-panel'
import { Gallery } from './product/gallery'
import { ProductFacts } from './product/product-facts'

type ProductPageProps = Omit<BuyPanelProps, 'product'> & {
  product: Omit<ProductContent, 'variants' | 'neighbours'>
  weightGrams: number
  related: readonly ProductCardFacts[]
  /** Whether it fits the shopper's vehicle. */
  fit?: ReactNode
  /** The vehicles it fits. */
  compatible?: ReactNode
}

export function ProductPage({ product, weightGrams, related, fit, compatible, ...buying }: ProductPageProps) {
  return (
    <article>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-10">
        <div className="lg:sticky lg:top-6">
          <Gallery key={product.id} name={product.name} images={product.images} />
        </div>
        <div className="grid gap-5">
          {fit}
          <BuyPanel product={product} {...buying} />
        </div>
      </div>
      <div className="mt-8 lg:mt-12">
        <ProductFacts product={product} weightGrams={weightGrams} />
        {compatible}
      </div>
      <RelatedProducts product={product} related={related} />
    </article>
  )
}

function RelatedProducts({ product, related }: Pick<ProductPageProps, 'product' | 'related'>) {
  const { t } = useTranslation()
  if (related.length === 0) return null
  return (
    <section aria-labelledby="related" className="mt-10 lg:mt-14">
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="related" className="text-xl">
          {t('shelf.related')}
        </h2>
        <ShopLink
          to={`/c/${product.family.slug}/${product.range.slug}`}
          className="inline-flex min-h-11 items-center gap-2 font-semibold text-accent underline-offset-4 hover:underline"
        >
          {t('shelf.seeRange')}
          <ArrowRightIcon size={18} />
        </ShopLink>
      </header>
      <ProductRow products={related} />
    </section>
  )
}
