import type { ReactNode } from 'react'
import type { MessageKey } from '~/i18n/message'
import { useTranslation } from '~/i18n/translation'
import type { OrderState } from '~/orders/order-state'
import { ButtonLink } from '~/ui/button'
import { DoneIcon, NoticeIcon, RefusedIcon, WarningIcon } from '~/ui/icons'
import { RefreshesItself } from '~/ui/refreshes-itself'

/** 'confirming' as long as nobody knows: a shopper who reads "failed" pays a second time. */
export type PaymentResult = 'paid' | 'confirming' | 'failed' | 'cancelled'

export const PAYMENT_RESULT_TITLES: Record<PaymentResult, MessageKey> = {
  paid: 'checkout.return.paid',
  confirming: 'checkout.return.confirming',
  failed: 'orders.paymentFailed.title',
  cancelled: 'checkout.return.cancelled',
}

/** Null while nothing was tried yet. */
export function paymentResultOf({
  state,
  paidAt,
}: {
  state: OrderState
  paidAt: Date | null
}): PaymentResult | null {
  if (state === 'cancelled') return 'cancelled'
  if (paidAt) return 'paid'
  if (state === 'payment_pending') return 'confirming'
  return state === 'payment_failed' ? 'failed' : null
}

type Links = { seePath: string; payPath: string; herePath: string }

type PaymentResultProps = Links & { result: PaymentResult; number: string; email: string }

export function PaymentResultPage({ result, number, email, ...links }: PaymentResultProps) {
  const { t } = useTranslation()
  const title = t(PAYMENT_RESULT_TITLES[result])
  const order = t('checkout.return.number', { number })
  switch (result) {
    case 'paid':
      return (
        <Outcome icon={<DoneIcon size={48} className="text-success" />} title={title} order={order}>
          <p>{t('checkout.return.paidText', { email })}</p>
          <Actions>
            <ButtonLink to={links.seePath}>{t('checkout.return.see')}</ButtonLink>
            <ButtonLink to="/" variant="secondary">
              {t('checkout.return.shopOn')}
            </ButtonLink>
          </Actions>
        </Outcome>
      )
    case 'confirming':
      return (
        <Outcome icon={<NoticeIcon size={48} className="text-notice" />} title={title} order={order}>
          <p role="status">{t('checkout.return.confirmingText')}</p>
          <RefreshesItself />
          <Actions>
            <ButtonLink to={links.herePath} reloadDocument>
              {t('checkout.return.refresh')}
            </ButtonLink>
            <ButtonLink to={links.seePath} variant="secondary">
              {t('checkout.return.see')}
            </ButtonLink>
          </Actions>
        </Outcome>
      )
    case 'failed':
      return (
        <Outcome icon={<RefusedIcon size={48} className="text-danger" />} title={title} order={order}>
          <p>{t('orders.paymentFailed.text')}</p>
          <Actions>
            <ButtonLink to={links.payPath}>{t('checkout.return.retry')}</ButtonLink>
            <ButtonLink to={links.seePath} variant="secondary">
              {t('checkout.return.see')}
            </ButtonLink>
          </Actions>
        </Outcome>
      )
    case 'cancelled':
      return (
        <Outcome icon={<WarningIcon size={48} className="text-warning" />} title={title} order={order}>
          <p>{t('checkout.return.cancelledText')}</p>
          <Actions>
            <ButtonLink to={links.seePath}>{t('checkout.return.see')}</ButtonLink>
          </Actions>
        </Outcome>
      )
  }
}

type OutcomeProps = { icon: ReactNode; title: string; order: string; children: ReactNode }

function Outcome({ icon, title, order, children }: OutcomeProps) {
  return (
    <div className="page-width py-16 sm:py-24">
      <div className="mx-auto flex max-w-xl flex-col items-center gap-4 text-center text-ink-soft">
        {icon}
        <h1 className="text-2xl text-ink sm:text-3xl">{title}</h1>
        <p className="font-semibold text-ink tabular-nums">{order}</p>
        {children}
      </div>
    </div>
  )
}

function Actions({ children }: { children: ReactNode }) {
  return <div className="mt-4 flex flex-wrap justify-center gap-3">{children}</div>
}
