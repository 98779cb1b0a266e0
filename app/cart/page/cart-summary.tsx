import type { ReactNode } from 'react'
import { missingForFreeDelivery } from '~/delivery/delivery-offer'
import { formatDay, formatPercent, formatTime } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { Button, ButtonLink } from '~/ui/button'
import { Card } from '~/ui/card'
import { classNames } from '~/ui/class-names'
import { CheckIcon, LockIcon } from '~/ui/icons'
import { Price } from '~/ui/price'
import type { CartReply } from '../cart-reply'
import type { CartView } from '../read-cart.server'
import { CartCode } from './cart-code'
import { CartCountry } from './cart-country'

export type CartPageProps = {
  cart: CartView
  countries: readonly { value: string; label: string }[]
  /** Why the code noted on the cart has no effect. */
  codeProblem: string | null
  reply: CartReply | undefined
}

/** What it all costs, delivery estimated; the way to the checkout. */
export function CartSummary({ cart, countries, codeProblem, reply }: CartPageProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Card title={t('cart.summary.title')} className="shadow-low lg:sticky lg:top-6">
      <Sums cart={cart} />
      <div className="mt-4 grid gap-4 border-t border-paper-line pt-4">
        <DeliveryWords cart={cart} />
        <CartCountry country={cart.country} countries={countries} reply={reply} />
        <CartCode cart={cart} problem={codeProblem} reply={reply} />
      </div>
      <div className="mt-5 grid gap-3">
        {cart.isOrderable ? (
          <ButtonLink to="/checkout" size="large" block>
            {t('cart.summary.checkout')}
          </ButtonLink>
        ) : (
          <>
            <Button type="button" size="large" block disabled>
              {t('cart.summary.checkout')}
            </Button>
            <p className="text-center text-sm text-ink-soft">{t('cart.summary.blocked')}</p>
          </>
        )}
        <p className="flex items-center justify-center gap-2 text-sm text-ink-faint">
          <LockIcon size={16} />
          {t('cart.summary.secure')}
        </p>
        {cart.keptUntil && (
          <p className="flex items-start gap-2 rounded bg-paper-sunk px-3 py-2 text-sm text-ink-soft">
            <CheckIcon size={16} className="mt-0.5 flex-none text-success" />
            {t('cart.kept', { time: formatTime(cart.keptUntil, language) })}
          </p>
        )}
      </div>
    </Card>
  )
}

function Sums({ cart }: Pick<CartPageProps, 'cart'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { delivery, promo } = cart
  return (
    <dl className="grid gap-2 tabular-nums">
      <Sum term={t('cart.summary.items')}>
        <Price cents={cart.itemsCents} />
      </Sum>
      {promo && cart.discountCents > 0 && (
        <Sum term={t('cart.summary.discount', { code: promo.code })} className="text-success">
          <Price cents={-cart.discountCents} />
        </Sum>
      )}
      <Sum term={t('cart.summary.delivery')}>
        {!delivery && <span className="text-ink-faint">{t('cart.summary.deliveryUnknown')}</span>}
        {delivery?.priceCents === 0 && (
          <span className="font-medium text-success">{t('cart.summary.free')}</span>
        )}
        {delivery && delivery.priceCents > 0 && <Price cents={delivery.priceCents} />}
      </Sum>
      <Sum
        term={t('cart.summary.total')}
        className="mt-1 border-t border-paper-line pt-3 text-lg font-semibold"
      >
        <Price cents={cart.totalCents} size="medium" />
      </Sum>
      {cart.vat.map((part) => (
        <Sum
          key={part.vatBasisPoints}
          term={t('cart.summary.vat', { rate: formatPercent(part.vatBasisPoints / 100, language) })}
          className="text-sm text-ink-faint"
        >
          <Price cents={part.vatCents} />
        </Sum>
      ))}
    </dl>
  )
}

function Sum({ term, className, children }: { term: string; className?: string; children: ReactNode }) {
  return (
    <div className={classNames('flex items-baseline justify-between gap-4', className)}>
      <dt>{term}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  )
}

function DeliveryWords({ cart: { delivery, itemsCents, discountCents } }: Pick<CartPageProps, 'cart'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!delivery) return <p className="text-sm text-danger">{t('cart.summary.notServed')}</p>
  const { name, earliest, latest } = delivery
  const missingCents = missingForFreeDelivery(delivery, itemsCents - discountCents)
  return (
    <div className="grid gap-1 text-sm text-ink-soft">
      <p>
        {t('cart.summary.arrives', {
          name,
          earliest: formatDay(earliest, language),
          latest: formatDay(latest, language),
        })}
      </p>
      {missingCents !== null && (
        <p className="font-medium text-accent">
          {t('cart.summary.freeFrom', { amount: formatMoney(missingCents, language) })}
        </p>
      )}
    </div>
  )
}
