import type { ReactNode } from 'react'
import { PicturePlaceholder } from '~/catalog/picture-placeholder'
import { ShopLink } from '~/i18n/local-path'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { Picture } from '~/media/picture'
import { formatMoney } from '~/money/format'
import { Button } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import { NoticeIcon, TrashIcon, WarningIcon } from '~/ui/icons'
import { Price } from '~/ui/price'
import type { CartReply } from '../cart-reply'
import type { CartLineView } from '../read-cart.server'
import { LineQuantity } from './line-quantity'
import { useCartForm } from './use-cart-form'

export function CartLine({ line, reply }: { line: CartLineView; reply: CartReply | undefined }) {
  const { t } = useTranslation()
  const { slug, name, sku, options, price } = line
  return (
    <li className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4 gap-y-3 p-4 sm:grid-cols-[7rem_minmax(0,1fr)_auto] sm:p-5">
      <LinePicture image={line.image} isFaded={!price} />
      <div className="grid content-start gap-1">
        <h2 className="text-base leading-6 font-semibold">
          <ShopLink to={`/p/${slug}`} className="hover:text-accent">
            {name}
          </ShopLink>
        </h2>
        <p className="text-sm text-ink-faint">
          {Object.entries(options).map(([label, value]) => (
            <span key={label} className="mr-3">
              {t('cart.line.option', { label, value })}
            </span>
          ))}
          <span>{t('cart.line.reference', { sku })}</span>
        </p>
        <LineChanges line={line} />
      </div>
      <LinePrice line={line} />
      <div className="col-span-2 flex items-start justify-between gap-3 sm:col-span-2 sm:col-start-2">
        {price ? <LineQuantity line={line} reply={reply} /> : <span />}
        <RemoveButton line={line} />
      </div>
    </li>
  )
}

function LinePicture({ image, isFaded }: { image: CartLineView['image']; isFaded: boolean }) {
  return (
    <div
      className={classNames(
        'aspect-square self-start overflow-hidden rounded border border-paper-line bg-paper-sunk sm:row-span-2',
        isFaded && 'opacity-50',
      )}
    >
      {image ? (
        <Picture file={image} alt="" sizes="7rem" className="size-full object-cover" />
      ) : (
        <PicturePlaceholder />
      )}
    </div>
  )
}

function LinePrice({ line: { price, quantity } }: { line: CartLineView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!price) return null
  return (
    <div className="col-start-2 text-left sm:col-start-auto sm:text-right">
      <Price
        cents={price.grossCents}
        beforeCents={price.reduction && price.reduction.beforeCents * quantity}
        size="medium"
      />
      {quantity > 1 && (
        <p className="text-sm text-ink-faint">
          {t('cart.line.each', { price: formatMoney(price.unitCents, language) })}
        </p>
      )}
      {price.discountCents > 0 && (
        <p className="text-sm font-medium text-success">
          {t('cart.line.discount', { amount: formatMoney(price.discountCents, language) })}
        </p>
      )}
    </div>
  )
}

function LineChanges({ line: { state, available, seenUnitCents, price } }: { line: CartLineView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const prices = price &&
    seenUnitCents !== null && {
      before: formatMoney(seenUnitCents, language),
      after: formatMoney(price.unitCents, language),
      isHigher: price.unitCents > seenUnitCents,
    }
  return (
    <>
      {state === 'not-enough' && <Change isProblem>{t('cart.line.notEnough', { count: available })}</Change>}
      {state === 'sold-out' && <Change isProblem>{t('cart.line.soldOut')}</Change>}
      {state === 'not-sold' && <Change isProblem>{t('cart.line.notSold')}</Change>}
      {prices && (
        <Change>
          {t(prices.isHigher ? 'cart.line.priceUp' : 'cart.line.priceDown', {
            before: prices.before,
            after: prices.after,
          })}
        </Change>
      )}
    </>
  )
}

function Change({ isProblem, children }: { isProblem?: boolean; children: ReactNode }) {
  const Sign = isProblem ? WarningIcon : NoticeIcon
  return (
    <p
      className={classNames(
        'mt-1 flex items-start gap-1.5 text-sm font-medium',
        isProblem ? 'text-danger' : 'text-notice',
      )}
    >
      <Sign size={16} className="mt-0.5 flex-none" />
      <span>{children}</span>
    </p>
  )
}

function RemoveButton({ line: { variantId, name } }: { line: CartLineView }) {
  const { t } = useTranslation()
  const { form, isSending } = useCartForm()
  return (
    <form {...form} className="ml-auto">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="variantId" value={variantId} />
      <Button
        variant="quiet"
        size="small"
        pending={isSending}
        aria-label={t('cart.line.removeName', { name })}
        className="-mr-2 text-ink-soft"
      >
        <TrashIcon size={16} />
        <span>{t('cart.line.remove')}</span>
      </Button>
    </form>
  )
}
