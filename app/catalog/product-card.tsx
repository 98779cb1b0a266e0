import type { ReactNode } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Picture } from '~/media/picture'
import { Price } from '~/ui/price'
import type { Image } from './image-columns.server'
import { PicturePlaceholder } from './picture-placeholder'
import { PriorPrice } from './prior-price'
import { StockWords } from './stock-words'

export type ProductCardFacts = {
  id: number
  slug: string
  name: string
  brandName: string
  rangeName: string
  image: Image | null
  /** The cheapest price that can be had now. */
  fromCents: number
  /** Its price before; an announced one is the lowest of the 30 days before the reduction began. */
  reduction: { beforeCents: number; isAnnounced: boolean } | null
  hasSeveralPrices: boolean
  available: number
  isFewLeft: boolean
}

type ProductCardProps = {
  product: ProductCardFacts
  headingLevel?: 'h2' | 'h3'
  /** True for the first cards of a page, whose pictures are seen at once. */
  eager?: boolean
  /** How the name is written, where it is not plain: search marks what was sought. */
  name?: ReactNode
  /** What else is to be known before buying. */
  note?: ReactNode
}

export function ProductCard({ product, headingLevel: Heading = 'h3', eager, name, note }: ProductCardProps) {
  const { t } = useTranslation()
  const percentOff = percentOffOf(product)
  return (
    <article className="sheet-link group flex h-full flex-col">
      <div className="relative aspect-square overflow-hidden border-b border-paper-line bg-paper-sunk">
        {product.image ? (
          <Picture
            file={product.image}
            alt=""
            sizes="(min-width: 80rem) 18rem, (min-width: 40rem) 33vw, 50vw"
            priority={eager}
            widest={640}
            className="size-full object-cover"
          />
        ) : (
          <PicturePlaceholder />
        )}
        {percentOff > 0 && (
          <span className="absolute top-2 left-2 rounded-sm bg-accent px-1.5 py-0.5 text-xs font-bold text-white tabular-nums">
            {t('catalog.percentOff', { percent: percentOff })}
          </span>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-1 p-3 sm:p-4">
        <p className="text-xs font-medium tracking-wide text-ink-faint">{product.brandName}</p>
        <Heading className="line-clamp-2 text-sm leading-5 font-semibold text-ink-strong">
          <ShopLink to={`/p/${product.slug}`} prefetch className="sheet-link-cover">
            {name ?? product.name}
          </ShopLink>
        </Heading>
        {note}
        <div className="mt-auto grid gap-1 pt-2">
          <Price
            cents={product.fromCents}
            beforeCents={product.reduction?.beforeCents}
            from={product.hasSeveralPrices}
            size="medium"
          />
          <PriorPrice reduction={product.reduction} short />
          <StockWords available={product.available} isFewLeft={product.isFewLeft} />
        </div>
      </div>
    </article>
  )
}

/** Only a reduction for everybody is announced in per cent, of the lowest price of the 30 days before it. */
export function percentOffOf({
  fromCents,
  reduction,
}: Pick<ProductCardFacts, 'fromCents' | 'reduction'>): number {
  return reduction?.isAnnounced ? Math.round(100 * (1 - fromCents / reduction.beforeCents)) : 0
}

/** Cards side by side, as many as fit. */
export function ProductGrid({
  products,
  headingLevel,
  eager = 0,
  nameOf,
  noteOf,
}: {
  products: readonly ProductCardFacts[]
  headingLevel?: 'h2' | 'h3'
  /** How many of the first cards are seen without scrolling. */
  eager?: number
  nameOf?: ((product: ProductCardFacts) => ReactNode) | undefined
  noteOf?: ((product: ProductCardFacts) => ReactNode) | undefined
}) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] sm:gap-4">
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard
            product={product}
            headingLevel={headingLevel}
            eager={index < eager}
            name={nameOf?.(product)}
            note={noteOf?.(product)}
          />
        </li>
      ))}
    </ul>
  )
}

/** A few cards in one row, which scrolls sideways where they do not fit. */
export function ProductRow({ products }: { products: readonly ProductCardFacts[] }) {
  return (
    <ul className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-3 sm:mx-0 sm:scroll-px-0 sm:gap-4 sm:px-0 xl:grid xl:grid-cols-5 xl:overflow-visible xl:pb-0">
      {products.map((product) => (
        <li key={product.id} className="w-44 flex-none snap-start sm:w-60 xl:w-auto">
          <ProductCard product={product} />
        </li>
      ))}
    </ul>
  )
}
