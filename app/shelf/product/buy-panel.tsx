import type { ReactNode } from 'react'
import { PriorPrice } from '~/catalog/prior-price'
import { percentOffOf } from '~/catalog/product-card'
import type { ProductContent } from '~/catalog/product-queries.server'
import { StockWords } from '~/catalog/stock-words'
import type { DeliveryEstimate } from '~/delivery/delivery-estimate'
import { freeDeliveryFrom } from '~/delivery/delivery-offer'
import { formatDay } from '~/i18n/format'
import { ShopLink } from '~/i18n/local-path'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { isFewLeft } from '~/inventory/few-left'
import { formatMoney } from '~/money/format'
import type { PriceTier } from '~/pricing/price-columns.server'
import type { Reduction } from '~/pricing/reduction-queries.server'
import { Badge } from '~/ui/badge'
import { LockIcon, ReturnIcon, TruckIcon, WarrantyIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { Price } from '~/ui/price'
import { isBarcode } from '../trade-numbers'
import { type VariantChoice, VariantChooser } from '../variant-chooser'
import { PriceTiers } from './price-tiers'

export type BuyPanelProps = {
  product: Pick<ProductContent, 'name' | 'slug' | 'status' | 'brand' | 'references'>
  variants: readonly VariantChoice[]
  chosen: VariantChoice & { reduction: Reduction | null }
  /** What one costs for whoever buys more. */
  tiers: readonly PriceTier[]
  delivery: DeliveryEstimate | null
  /** The form that puts the chosen variant into the cart. */
  addToCart: ReactNode
}

/** Everything that decides whether to buy: name, price, stock, variants, delivery. */
export function BuyPanel({ product, variants, chosen, tiers, delivery, addToCart }: BuyPanelProps) {
  const { t } = useTranslation()
  const isSold = product.status === 'sold'
  return (
    <div className="grid gap-5">
      <ProductTitle product={product} sku={chosen.sku} />
      <div className="grid gap-5 rounded-lg border border-paper-line bg-white p-4 shadow-low sm:p-6">
        <div className="grid gap-4">
          <PriceBlock chosen={chosen} />
          {!isSold && <PriceTiers tiers={tiers} />}
        </div>
        <VariantChooser slug={product.slug} variants={variants} chosenId={chosen.id} />
        {isSold ? (
          <Notice tone="notice" title={t('shelf.soldTitle')}>
            {t('shelf.soldText')}
          </Notice>
        ) : (
          <>
            <StockWords available={chosen.available} isFewLeft={isFewLeft(chosen.available)} />
            {chosen.available > 0 ? (
              addToCart
            ) : (
              <Notice tone="notice" title={t('shelf.outTitle')}>
                {t('shelf.outText')}
              </Notice>
            )}
          </>
        )}
        <Assurances delivery={isSold ? null : delivery} />
      </div>
    </div>
  )
}

function ProductTitle({ product, sku }: Pick<BuyPanelProps, 'product'> & { sku: string }) {
  const { t } = useTranslation()
  const maker = product.references.find(
    (reference) => reference.kind === 'manufacturer' && !isBarcode(reference),
  )
  return (
    <header>
      <ShopLink
        to={`/brands/${product.brand.slug}`}
        className="inline-flex min-h-8 items-center text-sm font-semibold text-accent underline-offset-4 hover:underline"
      >
        {product.brand.name}
      </ShopLink>
      <h1 className="text-2xl sm:text-3xl">{product.name}</h1>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-ink-faint">
        {maker && (
          <span>
            {t('shelf.manufacturerReference')}{' '}
            <strong className="font-semibold text-ink-soft">{maker.value}</strong>
          </span>
        )}
        <span>{t('shelf.reference', { reference: sku })}</span>
      </p>
    </header>
  )
}

function PriceBlock({ chosen: { unitCents, reduction } }: Pick<BuyPanelProps, 'chosen'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const savedCents = reduction ? reduction.beforeCents - unitCents : 0
  const percentOff = percentOffOf({ fromCents: unitCents, reduction })
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3">
        <Price cents={unitCents} beforeCents={reduction?.beforeCents} size="large" />
        {percentOff > 0 && <Badge tone="accent">{t('catalog.percentOff', { percent: percentOff })}</Badge>}
      </p>
      <PriorPrice reduction={reduction} />
      <p className="text-sm text-ink-faint">
        {t('shelf.vat')}
        {savedCents > 0 && (
          <span className="font-medium text-accent">
            {' · '}
            {t('shelf.save', { amount: formatMoney(savedCents, language) })}
          </span>
        )}
      </p>
    </div>
  )
}

function Assurances({ delivery }: Pick<BuyPanelProps, 'delivery'>) {
  const { t } = useTranslation()
  return (
    <ul className="grid gap-3 border-t border-paper-line pt-4 text-sm">
      {delivery && <DeliveryPromise delivery={delivery} />}
      <Assurance icon={<ReturnIcon />} title={t('shelf.promises.returns')}>
        {t('shelf.promises.returnsText')}
      </Assurance>
      <Assurance icon={<WarrantyIcon />} title={t('shelf.promises.warranty')}>
        {t('shelf.promises.warrantyText')}
      </Assurance>
      <Assurance icon={<LockIcon />} title={t('shelf.promises.payment')}>
        {t('shelf.promises.paymentText')}
      </Assurance>
    </ul>
  )
}

function DeliveryPromise({ delivery }: { delivery: DeliveryEstimate }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { name, priceCents } = delivery
  const freeFromCents = freeDeliveryFrom(delivery)
  const price =
    priceCents === 0
      ? t('shelf.deliveryFree', { name })
      : t('shelf.deliveryPrice', { name, price: formatMoney(priceCents, language) })
  return (
    <Assurance
      icon={<TruckIcon />}
      title={t('shelf.delivery', {
        earliest: formatDay(delivery.earliest, language),
        latest: formatDay(delivery.latest, language),
      })}
    >
      {price}
      {freeFromCents !== null && (
        <>. {t('shelf.freeFrom', { amount: formatMoney(freeFromCents, language) })}</>
      )}
    </Assurance>
  )
}

function Assurance({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="mt-0.5 text-accent">{icon}</span>
      <span>
        <strong className="block font-semibold">{title}</strong>
        <span className="text-ink-faint">{children}</span>
      </span>
    </li>
  )
}
